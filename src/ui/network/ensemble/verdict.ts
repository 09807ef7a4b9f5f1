import type { EnsembleResult } from '../../../network/ensemble.ts';
import { scoreText } from '../cells/words.ts';

/** How an ensemble does beside its members on average, in the digits that are shown; `none` where there is no score. */
export function ensembleVerdict(
  { ensemble, mean }: Pick<EnsembleResult, 'ensemble' | 'mean'>,
  isNumber: boolean,
): 'better' | 'same' | 'worse' | 'none' {
  if (!Number.isFinite(ensemble.score) || !Number.isFinite(mean.score)) return 'none';
  if (scoreText(ensemble.score, isNumber) === scoreText(mean.score, isNumber)) return 'same';
  return ensemble.score > mean.score ? 'better' : 'worse';
}
