/** A score as people write it: a share of right answers in percent, R² as a number. */
export function scoreText(score: number, isNumber: boolean): string {
  if (!Number.isFinite(score)) return '—';
  if (isNumber) return `R² ${score.toFixed(score > 0.995 ? 4 : 3).replace('-', '−')}`;
  return `${(100 * score).toFixed(1)}%`;
}
