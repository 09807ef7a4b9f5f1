export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number;

export const timed = (work: () => unknown): number => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

/** Median milliseconds of two things over interleaved rounds, so that both see the same machine. */
export function interleaved(
  a: () => unknown,
  b: () => unknown,
  { rounds, warmup }: { readonly rounds: number; readonly warmup: number },
): readonly [number, number] {
  const round = (): readonly [number, number] => [timed(a), timed(b)];
  for (let done = 0; done < warmup; done += 1) round();
  const pairs = Array.from({ length: rounds }, round);
  return [median(pairs.map(([first]) => first)), median(pairs.map(([, second]) => second))];
}
