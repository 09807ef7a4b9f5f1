import { count } from '../numbers.ts';

/** Two forms of one rule, laid over each other. */
export const forms = {
  overlay: 'compare with',
  overlayOf: (name: string) => `Form to compare ${name} with`,
  none: 'nothing',
  drawn: 'Its path is the pale one with long dashes.',
  identical: 'Both paths are identical to the last bit.',
  rounding: (largest: string) => `The same path up to rounding: at most ${largest} apart.`,
  parted: (step: number, largest: string) =>
    `They part at step ${count('en', step)}: farther apart than 10⁻⁹ of the map’s diagonal from there; ${largest} at most.`,
  renamed: (here: string, there: string) => `In another variable, it is the same path: its ${there} is ${here} here`,
  exactly: ', to the last bit.',
  nearly: (largest: string) => `, up to rounding (${largest} at most).`,
  notRenamed: (here: string, there: string, step: number) =>
    `Its ${there} is ${here} here, but only until step ${count('en', step)}.`,
};
