import type { Kernels } from './kernels/kernels.ts';

/** What samples are to be mapped to. */
export interface Targets {
  /** The class of each sample; empty where numbers are wanted. */
  readonly labels: Int32Array;
  /** The wanted numbers, sample after sample; empty where classes are. */
  readonly numbers: Float64Array;
}

/**
 * The last layer's columns in the memory of the kernels: the index of the first value, and of its gradient. What is found
 * out about a batch is written into it, since a training step allocates nothing.
 */
export interface Head {
  readonly kernels: Kernels;
  readonly values: number;
  readonly gradient: number;
  readonly outputs: number;
  /** Numbers from one column to the next: the samples, and up to one more. */
  stride: number;
  rows: number;
  /** The batch's loss, without the L2 term. */
  loss: number;
  /** How many of its samples have their largest output at their class. */
  hits: number;
}

/**
 * Softmax and cross-entropy: the values z become p_c = e^z_c/Σ e^z, the loss is the mean of log Σ e^z − z_label, and its
 * gradient (p − [c = label])/rows. The largest z is taken off first, so that nothing overflows.
 */
export function crossEntropy(head: Head, labels: Int32Array): void {
  const { values, gradient, outputs, stride, rows } = head;
  const { doubles, run } = head.kernels;
  let loss = 0;
  let hits = 0;
  for (let s = 0; s < stride; s += 1) {
    let best = 0;
    for (let c = 1; c < outputs; c += 1)
      if ((doubles[values + c * stride + s] as number) > (doubles[values + best * stride + s] as number)) best = c;
    const most = doubles[values + best * stride + s] as number;
    if (s < rows) {
      const label = labels[s] as number;
      loss += most - (doubles[values + label * stride + s] as number);
      if (best === label) hits += 1;
    }
    for (let at = values + s, end = at + outputs * stride; at < end; at += stride)
      doubles[at] = (doubles[at] as number) - most;
  }
  run.exp(8 * values, 8 * outputs * stride);
  for (let s = 0; s < stride; s += 1) {
    let sum = 0;
    for (let c = 0; c < outputs; c += 1) sum += doubles[values + c * stride + s] as number;
    if (s < rows) loss += Math.log(sum);
    const share = s < rows ? 1 / rows : 0;
    for (let c = 0; c < outputs; c += 1) {
      const p = (doubles[values + c * stride + s] as number) / sum;
      doubles[values + c * stride + s] = p;
      doubles[gradient + c * stride + s] = share * (c === labels[s] ? p - 1 : p);
    }
  }
  head.loss = loss / rows;
  head.hits = hits;
}

/** The mean over samples and outputs of (o − y)², and its gradient 2(o − y)/(rows·outputs). Nothing is hit. */
export function squaredError(head: Head, wanted: Float64Array): void {
  const { values, gradient, outputs, stride, rows } = head;
  const { doubles } = head.kernels;
  const share = 1 / (rows * outputs);
  let loss = 0;
  for (let o = 0; o < outputs; o += 1)
    for (let s = 0; s < stride; s += 1) {
      const error = s < rows ? (doubles[values + o * stride + s] as number) - (wanted[s * outputs + o] as number) : 0;
      loss += error * error;
      doubles[gradient + o * stride + s] = 2 * share * error;
    }
  head.loss = loss * share;
  head.hits = 0;
}
