import { momentsOf } from '../../../surfaces/regression.ts';
import type { Row } from '../../../surfaces/surface.ts';
import { axisTicks } from '../../scene/geometry/axisTicks.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A number on an axis, and how far along it, in the units of the plot. */
export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** Rows as points in a plot of `width` × `height`, y downwards, with the least-squares line where there is one. */
export interface Scatter {
  readonly points: readonly Place[];
  readonly line: readonly [Place, Place] | undefined;
  readonly slope: number;
  readonly intercept: number;
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range of some numbers with a margin; around a single one it reaches as far as that is from 0. */
const rangeOf = (numbers: readonly number[]): Range => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = most > least ? 0.06 * (most - least) : Math.abs(most) || 1;
  return { from: least - margin, to: most + margin };
};

export function scatter(rows: readonly Row[], width: number, height: number): Scatter {
  const { meanInput, meanTarget, variance, slope } = momentsOf(rows);
  const inputs = rangeOf(rows.map(([t]) => t));
  const onLine = (t: number): number => meanTarget + slope * (t - meanInput);
  const ends = [inputs.from, inputs.to].map(onLine);
  const hasLine = variance > 0;
  const targets = rangeOf([...rows.map(([, u]) => u), ...(hasLine ? ends : [])]);
  const across = (t: number): number => (width * (t - inputs.from)) / (inputs.to - inputs.from);
  const up = (u: number): number => (height * (targets.to - u)) / (targets.to - targets.from);
  const ticks = ({ from, to }: Range, count: number, at: (value: number) => number): Tick[] =>
    axisTicks(from, to, count).map((value) => ({ value, at: at(value) }));
  return {
    points: rows.map(([t, u]) => ({ x: across(t), y: up(u) })),
    line: hasLine
      ? [
          { x: 0, y: up(ends[0] as number) },
          { x: width, y: up(ends[1] as number) },
        ]
      : undefined,
    slope,
    intercept: meanTarget - slope * meanInput,
    across: ticks(inputs, 4, across),
    up: ticks(targets, 4, up),
  };
}
