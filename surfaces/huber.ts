import type { Row } from './surface.ts';

/**
 * Huber's loss of the error r of the line u = x·t + y at one row: r²/2 up to delta, a straight line beyond, so that an
 * outlier pulls no harder than delta. Huber 1964, Robust estimation of a location parameter, doi:10.1214/aoms/1177703732.
 */
export const huberError = `r = x*t + y - u
c = min(abs(r), delta)
c*abs(r) - c^2/2`;

/** The mean over rows of a loss of one row, whose last line is its result, written out as one formula. */
export function meanOver(rows: readonly Row[], formula: string): string {
  const lines = formula.split('\n');
  const result = lines.pop() as string;
  const row = ([t, u]: Row): string => [`t = ${t}`, `u = ${u}`, ...lines, `sum = sum + (${result})`].join('\n');
  return ['sum = 0', ...rows.map(row), `sum/${rows.length}`].join('\n');
}
