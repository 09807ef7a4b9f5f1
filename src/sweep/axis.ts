import { axisOf, type Scale } from '../formula/quantity.ts';

/**
 * One axis of a map: what of a run's settings varies along it, and over which range. Names: `start.x`, `start.y`; `lr`,
 * `mu` and the rule's other hyperparameters; `schedule.rate`, `muSchedule.to`, …; `surface.b`, ….
 */
export interface SweepAxis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly scale: Scale;
  /** Settings that are chosen one by one, where the axis is a list of them: place i of it stands for row i. */
  readonly rows?: readonly Readonly<Record<string, number>>[];
}

/** An axis that is a list of settings: each row gives the same names their values. */
export const listAxis = (name: string, rows: NonNullable<SweepAxis['rows']>): SweepAxis => ({
  name,
  from: 0,
  to: rows.length,
  scale: 'linear',
  rows,
});

/** The names of all settings that vary along an axis. */
export const namesOn = ({ name, rows }: SweepAxis): string[] =>
  rows === undefined ? [name] : Object.keys(rows[0] ?? {});

/** The value at a place of an axis, 0 … 1, its two ends. */
export function valueOn({ from, to, scale }: SweepAxis, place: number): number {
  const axis = axisOf[scale];
  const [low, high] = [axis.to(from), axis.to(to)];
  return axis.from(low + place * (high - low));
}

/** Where a value stands on an axis: 0 … 1 between its ends, other numbers beyond them, NaN where the scale has no such value. */
export function placeOn({ from, to, scale }: SweepAxis, value: number): number {
  const axis = axisOf[scale];
  const [low, high] = [axis.to(from), axis.to(to)];
  return (axis.to(value) - low) / (high - low);
}

/** The values at the middles of `count` equal parts of an axis: those of a map's pixels. */
export const valuesOn = (axis: SweepAxis, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => valueOn(axis, (i + 0.5) / count));

/** The part of an axis between two places of it. */
export const partOf = (axis: SweepAxis, low: number, high: number): SweepAxis => ({
  ...axis,
  from: valueOn(axis, low),
  to: valueOn(axis, high),
});
