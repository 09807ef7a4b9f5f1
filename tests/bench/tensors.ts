import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-cpu';

/** A multilayer perceptron as TensorFlow.js has it, on its CPU backend: returns one full-batch step of gradient descent. */
export function trainingByTensors(
  sizes: readonly number[],
  parameters: readonly number[],
  inputs: readonly (readonly number[])[],
  wanted: readonly number[],
  lr: number,
): () => number {
  const x = tf.tensor2d(inputs.map((row) => [...row]));
  const y = tf.tensor2d(wanted.map((value) => [value]));
  let at = 0;
  const layers = sizes.slice(1).map((outs, l) => {
    const ins = sizes[l] as number;
    const rows = Array.from({ length: outs }, () => parameters.slice(at, (at += ins)));
    const weights = tf.variable(tf.transpose(tf.tensor2d(rows)));
    return { weights, biases: tf.variable(tf.tensor1d(parameters.slice(at, (at += outs)))) };
  });
  const optimizer = tf.train.sgd(lr);
  const lossNow = (): tf.Scalar => {
    let values: tf.Tensor = x;
    layers.forEach(({ weights, biases }, l) => {
      const sums = tf.add(tf.matMul(values as tf.Tensor2D, weights), biases);
      values = l === layers.length - 1 ? sums : tf.tanh(sums);
    });
    return tf.mean(tf.square(tf.sub(values, y)));
  };
  return () => {
    const loss = optimizer.minimize(lossNow, true) as tf.Scalar;
    const [value] = loss.dataSync();
    loss.dispose();
    return value as number;
  };
}
