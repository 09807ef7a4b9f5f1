/** About `count` whole numbers from 0 to `last`, both included, evenly spread. */
export function tablePlaces(last: number, count = 10): number[] {
  const parts = Math.min(count, Math.max(1, last));
  return [...new Set(Array.from({ length: parts + 1 }, (_, i) => Math.round((i / parts) * last)))];
}
