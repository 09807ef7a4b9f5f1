import { decay, type Quantity, rate, shrinkage, slider, tiny } from '../formula/quantity.ts';

const usual: Readonly<Record<string, Quantity>> = {
  lr: rate(),
  mu: decay(0.9),
  beta: decay(0.9),
  beta1: decay(0.9),
  beta2: decay(0.999),
  beta3: decay(0.9),
  rho: decay(0.9),
  decay_rate: decay(0.9),
  eps: tiny(1e-8),
  weight_decay: shrinkage(0.01),
  momentum_decay: slider(4e-3, 1e-4, 100, 'log'),
};

/** What the beginning of a name tells where the name itself is none of these. */
const likely: readonly (readonly [RegExp, Quantity])[] = [
  [/^(?:beta|mu|rho|gamma|decay|momentum)/i, decay(0.9)],
  [/^eps/i, tiny(1e-8)],
  [/^(?:lr|rate|eta|alpha)/i, rate(0.1)],
];

/** The slider of a hyperparameter that a typed rule uses, by the name that the field gives it. */
export const hyperQuantity = (name: string): Quantity => {
  if (Object.hasOwn(usual, name)) return usual[name] as Quantity;
  return likely.find(([begins]) => begins.test(name))?.[1] ?? slider(0.1, 0, 1);
};

/** The slider of a parameter that a typed surface uses. */
export const parameterQuantity: Quantity = slider(1, -10, 10);
