import { settledGradient } from '../engine/status.ts';

/** Minima that are compared one after the other in the text; more of them in a loop. */
export const mostUnrolled = 8;

/** What comes before main: minima that do not vary are given, where there are few of them copied. */
export const minimaGiven = (count: number): string => (count === 0 ? '' : `uniform vec2 minima_given[${count}];`);

/**
 * Statements that compare a point, with its gradient, with the minima: `since` is the row from which it stays near the same
 * one, `nearest`; −1 where it is near none.
 */
export function settling(
  at: string,
  slope: string,
  row: string,
  minima: number | undefined,
  areGiven: boolean,
): string[] {
  const distance = (i: number): string => {
    const off = `(${at} - ${minima !== undefined && minima > mostUnrolled && areGiven ? `minima_given[${i}]` : `minimum${i}`})`;
    return `dot(${off}, ${off})`;
  };
  const list = Array.from({ length: minima ?? 0 }, (_, i) => i);
  const search =
    minima === undefined
      ? [
          `float least = dot(${slope}, ${slope}) <= ${(settledGradient ** 2).toExponential()} ? 0.0 : 1.0e38, near = 0.0;`,
        ]
      : minima > mostUnrolled && areGiven
        ? [
            'float least = 1.0e38, near = -1.0;',
            `for (int k = 0; k < ${minima}; k += 1) {`,
            `  vec2 off = ${at} - minima_given[k];`,
            '  float size = dot(off, off);',
            '  near = size < least ? float(k) : near;',
            '  least = min(least, size);',
            '}',
          ]
        : [
            `float least = ${minima === 0 ? '1.0e38' : distance(0)}, near = 0.0;`,
            ...list
              .slice(1)
              .map(
                (i) =>
                  `{ float size = ${distance(i)}; near = size < least ? ${i}.0 : near; least = min(least, size); }`,
              ),
          ];
  if (minima === undefined || minima <= 1) {
    // One place to settle at: no index is needed, and a step outside moves the row after it.
    return ['{', ...search, `since = least <= reach ? since : ${row} + 1.0;`, '}'];
  }
  return [
    '{',
    ...search,
    `near = least <= reach ? near : -1.0;`,
    `since = near == nearest ? since : ${row};`,
    'nearest = near;',
    '}',
  ];
}
