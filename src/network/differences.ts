import type { Network } from './network.ts';

/** How far backpropagation is from central differences in one layer. */
export interface LayerError {
  readonly layer: number;
  /** ‖g − n‖/(‖g‖ + ‖n‖) over the layer's parameters, n from central differences; 0 where both are 0. */
  readonly error: number;
}

/** About the cube root of the rounding error: where the errors of rounding and of the difference are alike. */
const step = 1e-5;

/**
 * Compares the gradient of the loaded batch, by backpropagation, with (f(w + h) − f(w − h))/2h, layer by layer.
 * `at`: index of the parameters in memory, `to`: index where their gradient may be written; `most`: how many parameters of
 * a layer are compared, evenly spread over them.
 */
export function gradientErrors(network: Network, at: number, to: number, most = Infinity): LayerError[] {
  const { doubles } = network.kernels;
  network.gradient(at, to);
  const gradient = doubles.slice(to, to + network.parameters);
  const difference = (i: number): number => {
    const w = doubles[at + i] as number;
    const [above, below] = [w + step, w - step];
    doubles[at + i] = above;
    const up = network.loss(at);
    doubles[at + i] = below;
    const down = network.loss(at);
    doubles[at + i] = w;
    return (up - down) / (above - below);
  };
  return network.layers.map(({ weights, biases, outs }, layer) => {
    let [apart, exact, numeric] = [0, 0, 0];
    const count = biases + outs - weights;
    const compared = Math.min(count, most);
    for (let k = 1; k <= compared; k += 1) {
      const i = weights + Math.floor((k * count) / compared) - 1;
      const [g, n] = [gradient[i] as number, difference(i)];
      apart += (g - n) ** 2;
      exact += g ** 2;
      numeric += n ** 2;
    }
    return { layer, error: apart === 0 ? 0 : Math.sqrt(apart) / (Math.sqrt(exact) + Math.sqrt(numeric)) };
  });
}
