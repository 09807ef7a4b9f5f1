import type { ActivationFunction } from './activation.ts';
import { leaky } from './leaky.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { tanh } from './tanh.ts';

/** Every activation by its id, in the order in which it is listed. */
export const activations = { tanh, relu, leaky, sigmoid } as const satisfies Record<string, ActivationFunction>;

export type Activation = keyof typeof activations;
