/** The digits of a score, as they are shown. */
export const scoreDigits = (score: number, isNumber: boolean): string =>
  isNumber ? score.toFixed(score > 0.995 ? 4 : 3) : (100 * score).toFixed(1);

/** A score as people write it: a share of right answers in percent, R² as a number. */
export function scoreText(score: number, isNumber: boolean): string {
  if (!Number.isFinite(score)) return '—';
  const digits = scoreDigits(score, isNumber);
  return isNumber ? `R² ${digits.replace('-', '−')}` : `${digits}%`;
}
