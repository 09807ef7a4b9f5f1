import type { ReactNode } from 'react';
import type { Beside } from '../../lessons/lesson.ts';

/** A part of the panel that folds. */
export function Section({
  title,
  children,
  isOpen = true,
  part,
}: {
  title: string;
  children: ReactNode;
  isOpen?: boolean;
  /** What a lesson calls it. */
  part?: Beside;
}): ReactNode {
  return (
    <details className="section" open={isOpen} data-part={part}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}
