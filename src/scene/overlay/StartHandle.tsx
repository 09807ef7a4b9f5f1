import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { preferences } from '../../state/preferences.ts';
import type { Stage } from '../stage.ts';
import { words } from '../words.ts';
import { attachStart } from './start.ts';

interface Props {
  readonly stage: Stage;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly start: readonly [number, number];
  readonly label: string;
}

/** The start point: dragged over the surface, or moved by arrow keys. */
export function StartHandle({ stage, root, start: [x, y], label }: Props) {
  const language = useStore(preferences, (state) => state.language);
  const handle = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (handle.current === null || root.current === null) return;
    return attachStart(stage, root.current, handle.current);
  }, [stage, root]);
  return (
    <div
      ref={handle}
      className="scene-start start-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-description={words.startKeys[language]}
      aria-valuenow={x}
      aria-valuetext={`x ${x}, y ${y}`}
    />
  );
}
