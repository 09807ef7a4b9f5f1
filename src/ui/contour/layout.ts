import { axisTicks } from '../../scene/geometry/axisTicks.ts';
import { axisNumber } from '../axisNumber.ts';
import type { Plane } from './plane.ts';

/** A number beside an axis. */
export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

export interface Layout {
  readonly plane: Plane;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
}

const labelled = (values: number[]): AxisTick[] => values.map((value) => ({ value, label: axisNumber(value) }));

/**
 * Fits the domain into width × height CSS pixels, with margins for tick labels of font size `em`. `measure`: the width
 * of a text in that font.
 */
export function layoutOf(
  domain: readonly [number, number, number, number],
  width: number,
  height: number,
  em: number,
  measure: (text: string) => number,
): Layout {
  const [x0, x1, y0, y1] = domain;
  const top = em * 0.75;
  const bottom = em * 1.75;
  const right = em * 0.75;
  const inner = { width: Math.max(1, width - right - em * 3), height: Math.max(1, height - top - bottom) };
  const xTicks = labelled(axisTicks(x0, x1, Math.min(5, Math.max(2, inner.width / (em * 5)))));
  const yTicks = labelled(axisTicks(y0, y1, Math.min(5, Math.max(2, inner.height / (em * 3.5)))));
  const left = Math.max(em, ...yTicks.map(({ label }) => measure(label))) + em * 0.75;
  const plane = { domain, left, top, width: Math.max(1, width - left - right), height: inner.height };
  return { plane, xTicks, yTicks };
}
