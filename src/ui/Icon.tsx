import type { ReactNode } from 'react';

/** Drawn on a 16 × 16 grid. */
const shapes = {
  undo: 'M6.2 3 3 6.2l3.2 3.2M3.2 6.2h6.3a3.4 3.4 0 0 1 0 6.8H6.5',
  redo: 'M9.8 3 13 6.2 9.8 9.4M12.8 6.2H6.5a3.4 3.4 0 0 0 0 6.8h3',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  moon: 'M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6Z',
  graph:
    'M5.2 4.6 10 7.2M5.2 11.4 10 8.8M3.6 2.2a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2M3.6 10.6a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2M12 6.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  fork: 'M1.5 8H6c4 0 4-5 8.5-5M6 8c4 0 4 5 8.5 5M11.8 10.6l2.7 2.4-3 2',
  target: 'M8 3.6a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 1 0 0-8.8M8 1.2v2.4M8 12.4v2.4M1.2 8h2.4M12.4 8h2.4',
  edit: 'M10.6 2.9l2.5 2.5L5.8 12.7l-3.2.7.7-3.2ZM9 4.5 11.5 7',
} as const;

const solids = {
  restart: 'M3 3h1.8v10H3zM13 3v10L5.6 8z',
  back: 'M11 3v10L3.6 8z',
  forward: 'M5 3v10l7.4-5z',
  play: 'M4 2.4v11.2L13.4 8z',
  pause: 'M3.6 2.6h3.2v10.8H3.6zM9.2 2.6h3.2v10.8H9.2z',
} as const;

export type IconName = keyof typeof shapes | keyof typeof solids;

const isSolid = (name: IconName): name is keyof typeof solids => name in solids;

/** A small sign beside or instead of a word; the button that holds it has the word. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {isSolid(name) ? (
        <path d={solids[name]} fill="currentColor" />
      ) : (
        <path
          d={shapes[name]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
