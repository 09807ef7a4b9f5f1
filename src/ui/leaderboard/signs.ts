import type { Standing } from '../../engine/standing.ts';

/** The sign of how a run ended, where it did. */
export const signs: Readonly<Record<Standing['status'], string>> = {
  running: '',
  budget: '',
  converged: '✓',
  diverged: '✕',
  undefined: '✕',
};
