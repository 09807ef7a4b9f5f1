/**
 * A root as a formula: the program of Newton's iteration s ← s − f(s)/f′(s), for roots without a closed form that move
 * with a surface's parameters. `start` and `step` (f/f′) are formulas; `step` uses s.
 */
export const newton = (start: string, step: string, times = 5): string =>
  [`s = ${start}`, ...Array.from({ length: times }, () => `s = s - ${step}`)].join('\n');
