import type { Samples } from '../network.ts';

/** Samples with the names of what they are made of. */
export interface Dataset extends Samples {
  /** A name per input. */
  readonly features: readonly string[];
  /** A name per class; empty where numbers are wanted. */
  readonly classes: readonly string[];
  /** What the wanted numbers are called; empty where classes are. */
  readonly wanted: readonly string[];
  /** Pixels along a side, where the inputs are those of a square image, row by row. */
  readonly side?: number;
}

/** Outputs that a network for these samples has. */
export const outputsFor = ({ classes, wanted }: Dataset): number => classes.length || wanted.length;

export const taskOf = ({ classes }: Dataset): 'classes' | 'numbers' => (classes.length > 0 ? 'classes' : 'numbers');

/** Points in the plane with a class each. */
export function classified(
  points: readonly (readonly [x: number, y: number, label: number])[],
  classes: number,
): Dataset {
  return {
    inputs: Float64Array.from(points.flatMap(([x, y]) => [x, y])),
    labels: Int32Array.from(points, ([, , label]) => label),
    numbers: new Float64Array(0),
    rows: points.length,
    features: ['x', 'y'],
    classes: Array.from({ length: classes }, (_, c) => String(c)),
    wanted: [],
  };
}
