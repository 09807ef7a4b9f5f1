/** How many times as far as usual a training may go to be seen beside the others, and how far at all. */
const [most, mostAtAll] = [100, 1e9];

const distance = (a: Float64Array, b: Float64Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0));

/**
 * Tells parameters that can be seen beside those of the trainings from those of one that diverges, beside which nothing
 * else could be seen: they are more than a hundred times as far from the start as the weights are large there, and as a
 * quarter of the paths went.
 */
export function nearStart(paths: readonly (readonly Float64Array[])[]): (point: Float64Array) => boolean {
  const [start] = paths.flat();
  if (start === undefined) return () => false;
  const travels = paths.map((points) => points.reduce((far, point) => Math.max(far, distance(point, start)), 0));
  const usual = travels.sort((a, b) => a - b)[(travels.length - 1) >> 2] as number;
  const size = distance(start, new Float64Array(start.length));
  const limit = Math.min(mostAtAll, most * Math.max(1, size, usual));
  return (point) => distance(point, start) <= limit;
}
