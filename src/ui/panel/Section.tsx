import type { ReactNode } from 'react';

/** A part of the panel that folds. */
export function Section({
  title,
  children,
  isOpen = true,
}: {
  title: string;
  children: ReactNode;
  isOpen?: boolean;
}): ReactNode {
  return (
    <details className="section" open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}
