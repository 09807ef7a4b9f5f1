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

/** Changing the future only, and what was changed on the way. */
export const future = {
  mode: 'Change the future only',
  section: 'Changes on the way',
  list: 'Changes on the way',
  notes: {
    start: 'At the start, sliders change the whole run. Play, or go to a later step.',
    between:
      'Sliders of optimizers change what comes after the step that is shown. All others change the whole run: surface, start, schedules, noise.',
    end: 'Nothing comes after the last step: go back to an earlier one.',
  },
  full: (n: number) => `There are ${n} changes, as many as there can be: remove some.`,
  called: (runner: string, name: string) => `${runner} ${name}`,
  step: 'step',
  stepOf: (called: string) => `${called}, step`,
  valueOf: (called: string, step: number) => `${called} from step ${count('en', step)}`,
  goTo: (called: string, step: number) => `Go to step ${count('en', step)}, ${called}`,
  switchOf: (called: string, step: number) => `${called} at step ${count('en', step)} is in effect`,
  removeOf: (called: string, step: number) => `Remove ${called} at step ${count('en', step)}`,
  removeAll: 'Remove all',
  idle: { off: 'switched off', late: 'after the end' },
  fork: 'Keep the untouched paths',
  forkNote: 'Pale and dotted: how each optimizer would have gone on without changes.',
  on: 'Sliders of optimizers now change the future only.',
  off: 'Sliders change the whole run again.',
};
