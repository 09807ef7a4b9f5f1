import { type ReactNode, useRef } from 'react';
import type { Beside } from '../../lessons/lesson.ts';
import { useInSight } from '../lessons/useInSight.ts';
import { useTold } from '../lessons/useTold.ts';

/** A part of the panel that folds; a lesson that is about it brings it into sight. */
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
  const element = useRef<HTMLDetailsElement>(null);
  useInSight(element, useTold(part));
  return (
    <details ref={element} className="section" open={isOpen} data-part={part}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}
