import type { Row, Samples } from '../../../surfaces/surface.ts';
import { allBatches, type Batches } from '../../engine/batch.ts';
import { pythonNumber } from '../../formula/emit/python.ts';
import { parse } from '../../formula/parse.ts';
import { defined, type Values } from './define.ts';

/** The rows as a tensor of two columns, t and u. */
export const dataTable = (rows: readonly Row[]): string[] => [
  'data = torch.tensor([',
  ...rows.map(([t, u]) => `    [${pythonNumber(t)}, ${pythonNumber(u)}],`),
  '])',
];

/** The loss of each of some rows, as a function of slope x, intercept y, inputs t and targets u. */
export const rowLoss = ({ formula }: Samples, values: Values): string[] =>
  defined({ name: 'row_loss', args: ['x', 'y', 't', 'u'], program: parse(formula), values });

/** f(x, y), the mean over all rows. */
export const meanLoss: readonly string[] = [
  'def loss(x, y):',
  '    t, u = data.T',
  '    return row_loss(x, y, t, u).mean()',
];

/** The rows of each step's batch, by their places in `data`: what was drawn for the run. */
export const batchTable = (seed: number, batches: Batches, steps: number): string[] => [
  'batches = [',
  ...allBatches(seed, batches, steps).map((rows) => `    [${rows.join(', ')}],`),
  ']',
];

/** The mean loss of a batch. */
export const batchLoss: readonly string[] = [
  'def batch_loss(x, y, rows):',
  '    t, u = data[rows].T',
  '    return row_loss(x, y, t, u).mean()',
];
