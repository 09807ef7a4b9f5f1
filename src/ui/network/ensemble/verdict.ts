import type { EnsembleResult } from '../../../network/ensemble.ts';
import { scoreDigits } from '../cells/words.ts';

/** How an ensemble does beside its members on average, in the digits that are shown; `none` where there is no score. */
export function ensembleVerdict(
  { ensemble, mean }: Pick<EnsembleResult, 'ensemble' | 'mean'>,
  isNumber: boolean,
): 'better' | 'same' | 'worse' | 'none' {
  if (!Number.isFinite(ensemble.score) || !Number.isFinite(mean.score)) return 'none';
  // As numbers: 0.9950 and 0.995 are the same.
  const shown = ({ score }: { score: number }): number => Number(scoreDigits(score, isNumber));
  const gain = shown(ensemble) - shown(mean);
  if (gain === 0) return 'same';
  return gain > 0 ? 'better' : 'worse';
}
