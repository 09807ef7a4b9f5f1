import type { Activation } from './activations/catalog.ts';

/** One convolution over a square grey image, then 2×2 max pooling, which leaves a last odd row or column out. */
export interface Convolution {
  /** Pixels along a side of the image; the network's inputs are its pixels row by row. */
  readonly side: number;
  readonly filters: number;
  readonly size: 3 | 5;
  readonly stride: number;
}

/**
 * A multilayer perceptron: `sizes` from the inputs to the outputs, the activation after every layer but the last. With a
 * convolution, the first layer after the inputs is that one, and `sizes[1]` follows what it has pooled.
 *
 * The loss is the mean over samples of the cross-entropy of softmax('classes'), or of the squared error, mean over
 * outputs too ('numbers'), plus 0.5·l2·Σ W² over the weights, biases not among them.
 */
export interface NetworkShape {
  readonly sizes: readonly number[];
  readonly activation: Activation;
  readonly task: 'classes' | 'numbers';
  readonly l2: number;
  readonly convolution?: Convolution;
}

/** A layer's block of the flat parameters: W[out][in] row by row from `weights`, then b from `biases`. */
export interface Layer {
  readonly kind: 'dense' | 'convolution';
  /** Inputs of one unit: a patch's pixels, for a convolution. */
  readonly ins: number;
  /** Units, or filters. */
  readonly outs: number;
  readonly weights: number;
  readonly biases: number;
  /** Values per sample that it hands on; a convolution's after pooling. */
  readonly values: number;
}

/** Places of a convolution's filter along a side of the image, and along a side after pooling. */
export function convolved({ side, size, stride }: Convolution): { positions: number; pooled: number } {
  const positions = Math.floor((side - size) / stride) + 1;
  return { positions, pooled: Math.floor(positions / 2) };
}

/** Parameters of the largest network: as many rows as a memory of the formula's kernels has, and enough for the digits. */
const mostParameters = 20_000;

/** The layers of a shape in order; parameters are flat, layer after layer. Throws RangeError for an impossible shape. */
export function layersOf({ sizes, convolution }: NetworkShape): Layer[] {
  if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size >= 1))
    throw new RangeError(`sizes: expected at least 2 whole numbers from 1, found ${sizes.join()}`);
  const layers: Layer[] = [];
  let at = 0;
  const add = (kind: Layer['kind'], ins: number, outs: number, values = outs): void => {
    layers.push({ kind, ins, outs, weights: at, biases: at + outs * ins, values });
    at += outs * ins + outs;
  };
  let ins = sizes[0] as number;
  if (convolution !== undefined) {
    const { side, size, filters } = convolution;
    const { pooled } = convolved(convolution);
    if (side * side !== ins) throw new RangeError(`sizes[0]: expected ${side}×${side} pixels, found ${ins}`);
    if (pooled < 1) throw new RangeError(`convolution: expected at least 2 places along a side, found fewer`);
    add('convolution', size * size, filters, filters * pooled * pooled);
    ins = filters * pooled * pooled;
  }
  for (const outs of sizes.slice(1)) {
    add('dense', ins, outs);
    ins = outs;
  }
  if (at > mostParameters) throw new RangeError(`sizes: expected at most ${mostParameters} parameters, found ${at}`);
  return layers;
}

/** How many parameters a network of these layers has. */
export const parameterCount = (layers: readonly Layer[]): number => {
  const { biases, outs } = layers.at(-1) as Layer;
  return biases + outs;
};
