import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import { useText } from './useText.ts';

/** A modal dialog of the browser's own: it keeps the focus, Escape closes it, and so does a press beside it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose(): void;
  children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const text = useText();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  // Closing gives the focus back to where it was, which removing alone does not.
  const close = (): void => {
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => event.target === event.currentTarget && close()}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
    >
      <div className="dialog-body">
        <header className="dialog-header">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={text.close} onClick={close} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
