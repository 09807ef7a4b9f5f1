import { memo, type ReactNode } from 'react';
import type { Drawing } from './geometry.ts';

/** The wires, each with its local derivative upon it, which is written by the frame. */
export const WireShapes = memo(function WireShapes({ drawing }: { drawing: Drawing }): ReactNode {
  return (
    <>
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
          overflow="visible"
        >
          <path className="arrow" d="M0 0.5 8 4 0 7.5Z" />
        </marker>
      </defs>
      {[...drawing.paths].map(([{ index }, { d, label }]) => (
        <g key={index} className="wire" data-wire={index}>
          <path className="wire-line" d={d} markerEnd="url(#arrow)" />
          <text className="wire-local" aria-hidden="true" x={label.x} y={label.y} dy="0.35em" />
        </g>
      ))}
    </>
  );
});
