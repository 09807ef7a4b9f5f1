/** Rows between two turns of the loop: a software rasterizer keeps what goes around it in memory. */
const unrolled = 3;
/** Longer statements, in characters, are written once, since they take long to compile. */
const longest = 4000;

const loop = (over: string, body: readonly string[]): string[] => [`for (${over}) {`, ...body, '}'];

/**
 * Statements that do `body` for `count` rows from row `from`; in it `s` is the row.
 *
 * @param called the length of a function that it calls
 */
export function eachRow(body: readonly string[], called: number): string[] {
  const row = (at: string): string[] => ['{', `float s = from + float(${at});`, ...body, '}'];
  const several = loop(
    `; i + ${unrolled} <= count; i += ${unrolled}`,
    Array.from({ length: unrolled }, (_, k) => row(`i + ${k}`)).flat(),
  );
  const isLong = body.join('\n').length + called > longest;
  return ['int i = 0;', ...(isLong ? [] : several), ...loop('; i < count; i += 1', row('i'))];
}
