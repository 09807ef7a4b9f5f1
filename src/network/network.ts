import { Filters } from './filters.ts';
import { crossEntropy, type Head, squaredError, type Targets } from './head.ts';
import { type Kernels, kernels } from './kernels/kernels.ts';
import { type Mistake, spoil } from './mistakes.ts';
import { type Layer, layersOf, type NetworkShape, parameterCount } from './shape.ts';

/** Samples: their inputs, sample after sample, and what they are to be mapped to. */
export interface Samples extends Targets {
  readonly inputs: Float64Array;
  readonly rows: number;
}

/** Where a layer's columns are: indices of its values, and of their gradient. */
interface Columns {
  readonly values: number;
  readonly gradient: number;
}

/** Samples, and up to one more, so that the kernels can work on pairs. */
const strideOf = (rows: number): number => rows + (rows % 2);

/**
 * A network in the memory that all networks of a thread share. Values are columns: all samples of the batch for the first
 * unit, then for the second, `stride` numbers each. What it is asked for is there until another network is used; only
 * its parameters, which live at an index of that memory, are the caller's.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly layers: readonly Layer[];
  readonly parameters: number;
  readonly kernels: Kernels;
  /** Most samples of a batch. */
  readonly capacity: number;
  private readonly head: Head;
  private readonly zero: number;
  private readonly input: number;
  private readonly columns: readonly Columns[];
  private readonly filters: Filters | undefined;
  private readonly labels: Int32Array;
  private readonly numbers: Float64Array;

  private readonly mistakes: readonly Mistake[];

  /**
   * `reserved`: numbers at the start of the memory that the network leaves to its caller; `mistakes`: what is done wrong
   * to the gradient on purpose.
   */
  constructor(shape: NetworkShape, capacity: number, reserved: number, mistakes: readonly Mistake[] = []) {
    this.shape = shape;
    this.mistakes = mistakes;
    this.layers = layersOf(shape);
    this.parameters = parameterCount(this.layers);
    this.capacity = capacity;
    const stride = strideOf(capacity);
    let at = reserved + (reserved % 2);
    const take = (count: number): number => {
      const taken = at;
      at += count * stride;
      return taken;
    };
    this.zero = take(1);
    this.input = take(shape.sizes[0] as number);
    this.columns = this.layers.map(({ values }) => ({ values: take(values), gradient: take(values) }));
    if (shape.convolution !== undefined) {
      const wiring = { ...(this.columns[0] as Columns), input: this.input, take, longest: stride };
      this.filters = new Filters(shape.convolution, shape.activation, wiring);
    }
    this.kernels = kernels(8 * at);
    const last = this.columns.at(-1) as Columns;
    const outputs = (this.layers.at(-1) as Layer).values;
    this.head = { kernels: this.kernels, ...last, outputs, stride: 0, rows: 0, loss: NaN, hits: 0 };
    this.labels = new Int32Array(capacity);
    this.numbers = new Float64Array(shape.task === 'numbers' ? capacity * outputs : 0);
  }

  get outputs(): number {
    return this.head.outputs;
  }

  /** Samples of the batch that is loaded. */
  get rows(): number {
    return this.head.rows;
  }

  /** Numbers from one column to the next. */
  get stride(): number {
    return this.head.stride;
  }

  /** How many of the batch's samples have their largest output at their class, after a score. */
  get hits(): number {
    return this.head.hits;
  }

  /** Index of the values of a layer's units for the batch, column after column; a convolution's after pooling. */
  valuesOf(layer: number): number {
    return (this.columns[layer] as Columns).values;
  }

  /** Index of the loss's gradient by those values before the activation; of a convolution's after pooling, by the values. */
  gradientOf(layer: number): number {
    return (this.columns[layer] as Columns).gradient;
  }

  /** Loads samples: those of `order` from place `first` on, at most as many as there is room for. */
  load(samples: Samples, order: Int32Array, first: number, rows: number): void {
    this.head.rows = rows;
    this.head.stride = strideOf(rows);
    const { doubles } = this.kernels;
    const ins = this.shape.sizes[0] as number;
    const stride = this.stride;
    for (let s = 0; s < stride; s += 1) {
      const row = order[first + Math.min(s, rows - 1)] as number;
      for (let i = 0; i < ins; i += 1) doubles[this.input + i * stride + s] = samples.inputs[row * ins + i] as number;
      if (s >= rows) break;
      if (this.shape.task === 'classes') this.labels[s] = samples.labels[row] as number;
      else
        for (let o = 0, outputs = this.outputs; o < outputs; o += 1)
          this.numbers[s * outputs + o] = samples.numbers[row * outputs + o] as number;
    }
  }

  /** Runs the batch through the network: the last layer has the values before softmax. `at`: index of the parameters. */
  forward(at: number): void {
    const { run } = this.kernels;
    this.kernels.doubles.fill(0, this.zero, this.zero + 1);
    const column = 8 * this.stride;
    let from = this.input;
    for (let l = 0; l < this.layers.length; l += 1) {
      const layer = this.layers[l] as Layer;
      const { values } = this.columns[l] as Columns;
      const w = 8 * (at + layer.weights);
      const b = 8 * (at + layer.biases);
      if (layer.kind === 'convolution') this.filters?.forward(this.kernels, this.stride, w, b);
      else {
        run.affine(8 * values, column, 8 * from, column, w, 8 * layer.ins, 8, b, 8, layer.outs, layer.ins, column);
        if (l < this.layers.length - 1) run[this.shape.activation](8 * values, layer.outs * column);
      }
      from = values;
    }
  }

  /**
   * Compares the outputs of `forward` with what is wanted: the loss without its L2 term. Softmax turns the last layer's
   * values into probabilities.
   */
  score(): number {
    if (this.shape.task === 'classes') crossEntropy(this.head, this.labels);
    else squaredError(this.head, this.numbers);
    return this.head.loss;
  }

  /** 0.5·l2·Σ W². */
  penalty(at: number): number {
    const { doubles } = this.kernels;
    let sum = 0;
    if (this.shape.l2 !== 0)
      for (const { weights, biases } of this.layers)
        for (let i = at + weights; i < at + biases; i += 1) sum += (doubles[i] as number) ** 2;
    return 0.5 * this.shape.l2 * sum;
  }

  /** The batch's loss with its L2 term, and its gradient, by backpropagation, written from index `to` on. */
  gradient(at: number, to: number): number {
    this.forward(at);
    const loss = this.score();
    const { doubles } = this.kernels;
    doubles.fill(0, to, to + this.parameters);
    for (let l = this.layers.length - 1; l >= 0; l -= 1) this.backward(l, at, to);
    const { l2 } = this.shape;
    if (l2 !== 0)
      for (const { weights, biases } of this.layers)
        for (let i = weights; i < biases; i += 1)
          doubles[to + i] = (doubles[to + i] as number) + l2 * (doubles[at + i] as number);
    if (this.mistakes.length > 0) spoil(doubles, to, this.layers, this.mistakes);
    return loss + this.penalty(at);
  }

  /** The loss of the batch with its L2 term. */
  loss(at: number): number {
    this.forward(at);
    return this.score() + this.penalty(at);
  }

  /** From the gradient by a layer's values to that by its parameters, and to that by the values below. */
  private backward(l: number, at: number, to: number): void {
    const { run } = this.kernels;
    const { kind, ins, outs, weights, biases } = this.layers[l] as Layer;
    const { gradient } = this.columns[l] as Columns;
    const column = 8 * this.stride;
    if (kind === 'convolution') {
      this.filters?.backward(this.kernels, this.stride, 8 * (to + weights), 8 * (to + biases));
      return;
    }
    const below = this.columns[l - 1];
    const from = 8 * (below?.values ?? this.input);
    const [d, w] = [8 * gradient, 8 * (at + weights)];
    run.products(8 * (to + weights), 8 * ins, d, column, from, column, outs, ins, column);
    run.totals(8 * (to + biases), d, column, outs, column);
    if (below === undefined) return;
    run.affine(8 * below.gradient, column, d, column, w, 8, 8 * ins, 8 * this.zero, 0, ins, outs, column);
    if (this.layers[l - 1]?.kind === 'dense')
      run[`${this.shape.activation}Slope`](8 * below.gradient, from, ins * column);
  }
}
