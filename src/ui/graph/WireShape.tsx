import { memo, type ReactNode } from 'react';
import type { Wire } from '../../formula/circuit.ts';
import type { Point } from './geometry.ts';

/** A wire, and the local derivative upon it, which is written by the frame. */
export const WireShape = memo(function WireShape(props: { wire: Wire; d: string; label: Point }): ReactNode {
  const { wire, d, label } = props;
  return (
    <g className="wire" data-wire={wire.index}>
      <path className="wire-line" d={d} markerEnd="url(#arrow)" />
      <text className="wire-local" x={label.x} y={label.y} dy="0.35em" />
    </g>
  );
});
