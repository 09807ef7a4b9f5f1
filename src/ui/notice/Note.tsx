import type { ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';
import { useText } from '../useText.ts';

/** One thing that the page has to say, over the view; with a way to dismiss it, where that is possible. */
export function Note({
  title,
  action,
  onDismiss,
  children,
}: {
  title: string;
  /** A button for what can be done about it. */
  action?: ReactNode;
  onDismiss?: (() => void) | undefined;
  children?: ReactNode;
}): ReactNode {
  const { notice } = useText();
  return (
    <section className="notice" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {action}
        {onDismiss !== undefined && <IconButton icon="close" label={notice.dismiss} onClick={onDismiss} />}
      </header>
      {children}
    </section>
  );
}
