import { settledGradient } from '../engine/status.ts';

/** Minima that are compared one after the other in the text; more of them in a loop. */
export const mostUnrolled = 8;

/** What comes before main: minima that do not vary are given, where there are few of them copied. */
export const minimaGiven = (count: number): string => (count === 0 ? '' : `uniform vec2 minima_given[${count}];`);

/**
 * Statements that compare `here`, with its gradient in `f.yz`, with the minima: `since` is the row from which it stays near
 * the same one, `nearest`; −1 where it is near none, and where there is but one place to settle at the row after `s`.
 */
export function settling(minima: number | undefined, areGiven: boolean): string[] {
  const size = (minimum: string): string => `dot(here - ${minimum}, here - ${minimum})`;
  if (minima === undefined || minima <= 1) {
    const slope = `dot(f.yz, f.yz) <= ${(settledGradient ** 2).toExponential()}`;
    const isNear = minima === undefined ? slope : minima === 0 ? 'false' : `${size('minimum0')} <= reach`;
    return [`since = mix(s + 1.0, since, ${isNear});`];
  }
  const compare = (minimum: string, index: string): string =>
    `{ float size = ${size(minimum)}; near = mix(near, ${index}, size < least); least = min(least, size); }`;
  const search =
    minima > mostUnrolled && areGiven
      ? [`for (int k = 0; k < ${minima}; k += 1)`, compare('minima_given[k]', 'float(k)')]
      : Array.from({ length: minima }, (_, i) => compare(`minimum${i}`, `${i}.0`));
  return [
    'float least = 1.0e38, near = -1.0;',
    ...search,
    'near = mix(-1.0, near, least <= reach);',
    'since = mix(s, since, near == nearest);',
    'nearest = near;',
  ];
}
