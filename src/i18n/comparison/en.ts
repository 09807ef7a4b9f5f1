import { count } from '../numbers.ts';

/** The chart of the runs. */
export const chart = {
  region: (measure: string, axis: string) => `${measure} by ${axis}`,
  measure: 'What the chart shows',
  axis: 'Against steps or gradient evaluations',
  by: 'by',
  measures: {
    loss: 'loss',
    distance: 'distance to min',
    gradient: 'gradient norm',
    rate: 'effective rate',
    ratio: 'update ratio',
  },
  excess: 'loss − min',
  notes: {
    loss: 'The loss after each step',
    distance: 'How far it is to the nearest minimum',
    gradient: 'Length of the gradient: how steep it is',
    rate: 'Length of the step divided by the length of the gradient: the rate with which plain gradient descent would go as far',
    ratio: 'Length of the step divided by that of (x, y). For networks, about 10⁻³ is a rule of thumb.',
  },
  axes: { steps: 'step', evaluations: 'evaluation' },
  at: {
    steps: (n: number) => `step ${count('en', n)}`,
    evaluations: (n: number) => `${count('en', n)} gradient evaluation${n === 1 ? '' : 's'}`,
  },
  table: (measure: string, axis: string) => `${measure} by ${axis}, at some places`,
  noMinima: 'Nobody has stated where the minima of this surface are.',
  compare: 'Table',
  compareNote: 'All runs as a table',
};

/** The table of the runs. */
export const compare = {
  title: 'All runs',
  columns: {
    name: 'Optimizer',
    steps: 'Steps to converge',
    evaluations: 'Gradient evaluations',
    finalLoss: 'Final loss',
    pathLength: 'Path length',
    largestStep: 'Largest step',
    overshoot: 'Overshoot',
    outcome: 'Outcome',
  },
  atStep: (n: number) => `at step ${count('en', n)}`,
  converged: (percent: string) =>
    `Converged: from that step on within ${percent} of the map’s diagonal of a minimum, for good.`,
  flat: (norm: string) => `Converged: from that step on the gradient’s norm is at most ${norm}, for good.`,
  overshoot: 'Overshoot: the most that the loss rose above the lowest it had been.',
  copy: 'Copy as table',
  copied: 'Copied, in full precision, for a spreadsheet.',
  notCopied: 'The browser did not allow it: copy the text below.',
  text: 'The table as text',
  none: 'No optimizer takes part.',
};

/** What can be taken away. */
export const take = {
  title: 'Take it away',
  data: 'All runs, every step',
  picture: 'Picture of the surface',
  ground: 'Background',
  grounds: { theme: 'as on screen', transparent: 'transparent', white: 'white' },
  png: (times: number) => `PNG ${times}×`,
  saved: (name: string) => `${name} saved.`,
  savedPicture: (name: string, width: number, height: number) => `${name} saved: ${width} × ${height} pixels.`,
  failed: 'The picture could not be made.',
  video: 'The runs as a video',
  videoLength: 'Length of the video',
  seconds: (n: number) => `${n} s`,
  record: 'Record',
  recording: 'Recording',
  cancel: 'Cancel',
  cancelled: 'Cancelled: nothing was saved.',
  noVideo: 'This browser cannot record video; a current Chrome, Edge, Firefox or Safari can.',
  videoFailed: 'The video could not be made.',
  code: 'Code that repeats a run',
  runner: 'Run',
  python: 'Copy as PyTorch',
  pythonCopied: {
    'torch.optim': 'Copied: a script that uses torch.optim.',
    rule: 'Copied: a script with the rule written out.',
  },
};
