/** As many epochs, spread over the second half of what is shown. */
export function checkpoints(last: number, count: number): number[] {
  const epochs = Array.from({ length: count }, (_, i) => Math.round(last * (0.5 + (0.5 * (i + 1)) / count)));
  return [...new Set(epochs)];
}
