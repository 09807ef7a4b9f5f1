import { count } from '../numbers.ts';

/** Fans: the same optimizers with many seeds. */
export const fans = {
  seeds: 'seeds',
  seedsSpoken: 'number of seeds',
  off: 'With more than one seed, every optimizer is run again with the seeds that follow.',
  noNoise: 'Without noise or batches all seeds give the same path, so that there is nothing to run again.',
  on: (n: number) =>
    `Every optimizer with ${count('en', n)} seeds, the shown run’s first. The line in the bundle is the run with the median final loss; for one optimizer alone, also those at 10% and 90%.`,
  lost: (name: string, lost: number, of: number) => `${name}: ${count('en', lost)} of ${count('en', of)} diverged.`,
  table: (n: number) => `With ${count('en', n)} seeds each`,
  columns: {
    name: 'Optimizer',
    median: 'Median final loss',
    low: '10%',
    high: '90%',
    converged: 'Converged',
    unsettled: 'Not settled',
    diverged: 'Diverged',
    settled: 'Where they settled',
  },
  settledAt: (n: number, place: string) => `${count('en', n)} at ${place}`,
  tableNote:
    'A final loss is one of a run that happened: at that share of their order, runs without a number at the end behind all others. Diverged: far off the map for good, or where the loss has no value.',
  waiting: 'Running…',
  slow: 'This browser gave the page no thread for it, so that the page itself does the work: it may answer more slowly.',
  failed: (why: string) => `The seeds cannot all be run: ${why}`,
};
