import type { Text } from './text.ts';

/**
 * On which scale equal moves of a slider are equal steps: `linear`; `log`, log10 of the value; `decay`, log10 of
 * 1 − value, on which 0.9, 0.99 and 0.999 are equally far apart.
 */
export type Scale = 'linear' | 'log' | 'decay';

/** Takes a value to the axis on which equal moves are equal steps, and a place on it back to the value. */
export const axisOf: Readonly<Record<Scale, { to(value: number): number; from(place: number): number }>> = {
  linear: { to: (value) => value, from: (place) => place },
  log: { to: Math.log10, from: (place) => 10 ** place },
  decay: { to: (value) => -Math.log10(1 - value), from: (place) => 1 - 10 ** -place },
};

/** A number that a person may set. Values beyond [min, max] are legal: the range is the slider's, not the formula's. */
export interface Quantity {
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly scale: Scale;
  /** True where only whole numbers make sense. */
  readonly integer?: boolean;
  /** What it is in words; the dictionaries hold those of names that several items share. */
  readonly words?: Text;
}

/** A quantity with a default and a slider's range; on a log scale min must be > 0, on a decay scale max < 1. */
export const slider = (initial: number, min: number, max: number, scale: Scale = 'linear'): Quantity => ({
  initial,
  min,
  max,
  scale,
});

/** A count: whole numbers on a linear or log scale. */
export const count = (initial: number, min: number, max: number, scale: Scale = 'linear'): Quantity => ({
  ...slider(initial, min, max, scale),
  integer: true,
});

/** A quantity with words of its own: `power: named(slider(1, 0.5, 4), 'power', '幂')`. */
export const named = (quantity: Quantity, en: string, zh: string): Quantity => ({ ...quantity, words: { en, zh } });

/** A learning rate; each surface suggests its own default. */
export const rate = (initial = 0.01): Quantity => slider(initial, 1e-6, 10, 'log');

/** A memory factor in [0, 1): mu, beta1, beta2, decay_rate. */
export const decay = (initial: number): Quantity => slider(initial, 0, 0.9999, 'decay');

/** A small positive number that keeps a denominator from being 0. */
export const tiny = (initial: number): Quantity => slider(initial, 1e-12, 1, 'log');

/** A pull towards 0, as weight_decay: 0 is none, and can be typed. */
export const shrinkage = (initial: number): Quantity => slider(initial, 1e-4, 10, 'log');
