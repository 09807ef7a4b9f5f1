import type { Activation } from './activations/catalog.ts';
import type { Kernels } from './kernels/kernels.ts';
import { pool, unpool } from './pool.ts';
import { convolved, type Convolution } from './shape.ts';

/** Where a convolution is wired to, as indices of the kernels' memory: the image's pixels, and what is handed on. */
interface Wiring {
  readonly input: number;
  /** The pooled values, and the loss's gradient by them. */
  readonly values: number;
  readonly gradient: number;
  /** Takes room for so many columns; returns the index of the first. */
  readonly take: (columns: number) => number;
  /** Numbers of the longest column. */
  readonly longest: number;
}

/**
 * The convolutional layer of a network. For every place of the filter the columns of its pixels are copied next to each
 * other, and then it is a dense layer with as many units as filters. Before pooling, values are columns by filter, then by
 * place, row by row.
 */
export class Filters {
  private readonly shape: Convolution;
  private readonly activation: Activation;
  private readonly wiring: Wiring;
  /** Places along a side, before and after pooling. */
  private readonly side: number;
  private readonly pooledSide: number;
  private readonly before: number;
  private readonly beforeGradient: number;
  private readonly patch: number;
  /** Which of its four each pooled value is. */
  private readonly chosen: Uint8Array;

  constructor(shape: Convolution, activation: Activation, wiring: Wiring) {
    const { positions, pooled } = convolved(shape);
    this.shape = shape;
    this.activation = activation;
    this.wiring = wiring;
    this.side = positions;
    this.pooledSide = pooled;
    this.before = wiring.take(shape.filters * positions ** 2);
    this.beforeGradient = wiring.take(shape.filters * positions ** 2);
    this.patch = wiring.take(shape.size ** 2);
    this.chosen = new Uint8Array(shape.filters * pooled ** 2 * wiring.longest);
  }

  /** Copies the columns of the pixels under the filter at a place. */
  private bring({ doubles }: Kernels, stride: number, place: number): void {
    const { side, size, stride: step } = this.shape;
    const y = step * Math.floor(place / this.side);
    const x = step * (place % this.side);
    for (let row = 0; row < size; row += 1) {
      const pixel = this.wiring.input + ((y + row) * side + x) * stride;
      doubles.copyWithin(this.patch + row * size * stride, pixel, pixel + size * stride);
    }
  }

  /** From the pixels to the pooled values. `w`, `b`: addresses of weights and biases. */
  forward(kernels: Kernels, stride: number, w: number, b: number): void {
    const { filters, size } = this.shape;
    const { run, doubles } = kernels;
    const area = this.side ** 2;
    const ins = size ** 2;
    const column = 8 * stride;
    for (let place = 0; place < area; place += 1) {
      this.bring(kernels, stride, place);
      const out = 8 * this.before + place * column;
      run.affine(out, area * column, 8 * this.patch, column, w, 8 * ins, 8, b, 8, filters, ins, column);
    }
    run[this.activation](8 * this.before, filters * area * column);
    for (let filter = 0; filter < filters; filter += 1) {
      const from = this.before + filter * area * stride;
      const first = filter * this.pooledSide ** 2 * stride;
      pool(doubles, from, this.side, this.wiring.values + first, this.pooledSide, stride, this.chosen, first);
    }
  }

  /** From the gradient by the pooled values to that by weights and biases, which is added at the addresses w and b. */
  backward(kernels: Kernels, stride: number, w: number, b: number): void {
    const { filters, size } = this.shape;
    const { run, doubles } = kernels;
    const area = this.side ** 2;
    const ins = size ** 2;
    const column = 8 * stride;
    for (let filter = 0; filter < filters; filter += 1) {
      const to = this.beforeGradient + filter * area * stride;
      const first = filter * this.pooledSide ** 2 * stride;
      unpool(doubles, this.wiring.gradient + first, this.pooledSide, to, this.side, stride, this.chosen, first);
    }
    run[`${this.activation}Slope`](8 * this.beforeGradient, 8 * this.before, filters * area * column);
    for (let place = 0; place < area; place += 1) {
      this.bring(kernels, stride, place);
      const d = 8 * this.beforeGradient + place * column;
      run.products(w, 8 * ins, d, area * column, 8 * this.patch, column, filters, ins, column);
      run.totals(b, d, area * column, filters, column);
    }
  }
}
