import { count } from '../numbers.ts';

/** Surfaces made of somebody's own data. */
export const data = {
  ways: 'Made from',
  way: { formula: 'Formula', data: 'Your data' },
  label: 'Two columns, input t and target u',
  hint: 'A line u = x·t + y is fitted to the rows: its slope is x, its intercept y. Paste two columns, or drop a CSV file.',
  open: 'Open a CSV file',
  example: 'Example: boiling points (Forbes)',
  stillUsed: 'The rows before it are still used.',
  loss: 'loss',
  losses: { squared: 'Squared error', huber: 'Huber' },
  inputs: 'inputs',
  forms: { standardised: 'Standardised', raw: 'Raw' },
  notes: {
    squared: 'The mean of squared errors.',
    huber: 'Squared up to delta, straight beyond: an outlier pulls no harder than delta.',
    standardised: 'Each input has the mean taken off and is divided by the deviation.',
    raw: 'Inputs as they are: far from 0 they make a long, narrow valley.',
  },
  trough: (input: string) =>
    `All inputs are ${input}: every line through the mean fits as well, so that the surface is a trough without a lowest point.`,
  flat: (target: string) =>
    `All targets are ${target}: the best line is level, with slope 0, and the inputs explain nothing.`,
  used: (why: string, form: string) => `${why}; inputs are ${form}`,
  usedForms: { standardised: 'standardised', raw: 'taken raw' },
  plot: (rows: number, line: string) => `${count('en', rows)} rows; ${line}`,
  line: (slope: string, intercept: string) => `least squares: u = ${slope}·t ${intercept}`,
  noLine: 'there is no one best line',
  over: (rows: number) => `mean over ${count('en', rows)} rows of`,
  tooLarge: (size: number, limit: number) =>
    `the file has ${count('en', size)} MB, the limit is ${count('en', limit)} MB`,
  empty: 'the file is empty',
  unreadable: 'the file cannot be read',
  batches: 'Mini-batches',
  batch: 'batch',
  batchSize: 'rows in a batch',
  batchNote: (size: number, rows: number, steps: number) =>
    `Each step sees ${count('en', size)} of the ${count('en', rows)} rows; after ${count('en', steps)} step${steps === 1 ? '' : 's'}, an epoch, all have had their turn and are shuffled anew. The same rows for every optimizer; the loss shown is that of all rows.`,
  fullBatch: (rows: number) => `Each step sees all ${count('en', rows)} rows.`,
  noBatches: 'Mini-batches are for surfaces made of data, such as the linear regressions.',
  formulaTooLong:
    'The formula of this loss is written out row by row, too long to be edited here. Another begins with an example.',
};
