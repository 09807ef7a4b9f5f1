import type { Text } from '../../formula/text.ts';
import { mistakenData } from '../mistakes.ts';
import { Network } from '../network.ts';
import type { TrainSpec } from '../train/spec.ts';
import { at, type Plane } from './plane.ts';

/** What a slice is not. */
export const shadow: Text = {
  en: 'A slice is a shadow: in all other directions the loss may rise or fall where the slice is flat.',
  zh: '切面只是一个影子：切面平坦的地方，损失在其他方向上仍可能上升或下降。',
};

/** Samples that the loss is the mean of; a slice has thousands of losses. */
const samples = 512;

/** The loss on a plane: `loss[j·columns + i]` at a = from + i·(to − from)/(columns − 1), b likewise with j and rows. */
export interface Slice {
  readonly loss: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** [a from, a to, b from, b to]. */
  readonly domain: readonly [number, number, number, number];
}

/** The loss of what is trained on, with its L2 term, on a plane through the space of parameters. */
export function lossSlice(
  spec: TrainSpec,
  plane: Plane,
  domain: Slice['domain'],
  columns: number,
  rows: number,
): Slice {
  const { train } = spec.split;
  const count = Math.min(train.length, samples);
  const network = new Network(spec.shape, count, plane.origin.length);
  network.load(mistakenData(spec.data, spec.mistakes, spec.seed), train, 0, count);
  const [a0, a1, b0, b1] = domain;
  const loss = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j += 1)
    for (let i = 0; i < columns; i += 1) {
      const [a, b] = [a0 + ((a1 - a0) * i) / (columns - 1), b0 + ((b1 - b0) * j) / (rows - 1)];
      network.kernels.doubles.set(at(plane, a, b));
      loss[j * columns + i] = network.loss(0);
    }
  return { loss, columns, rows, domain };
}

/** A domain that holds points of a plane with room around them; [−1, 1]² where there are none. */
export function domainAround(points: readonly { readonly a: number; readonly b: number }[]): Slice['domain'] {
  if (points.length === 0) return [-1, 1, -1, 1];
  const ends = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = 0.15 * (high - low) || 0.5;
    return [low - room, high + room];
  };
  return [...ends(points.map(({ a }) => a)), ...ends(points.map(({ b }) => b))];
}
