import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard normal draws for x and for y, one pair per step. */
export interface Draws {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

let last: { readonly seed: number; readonly draws: Draws } | undefined;

/**
 * Seeded standard normal pairs, the same for every optimizer; a longer run begins with the same draws.
 * x = r·cos φ, y = r·sin φ with r = √(−2 ln u), φ = 2πv. Box & Muller 1958, doi:10.1214/aoms/1177706645.
 */
export function normalDraws(seed: number, steps: number): Draws {
  if (last !== undefined && last.seed === seed && last.draws.x.length >= steps) return last.draws;
  const generator = xoroshiro128plus(seed);
  const draws = { x: new Float64Array(steps), y: new Float64Array(steps) };
  for (let i = 0; i < steps; i += 1) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
    const angle = 2 * Math.PI * uniformFloat64(generator);
    draws.x[i] = radius * Math.cos(angle);
    draws.y[i] = radius * Math.sin(angle);
  }
  last = { seed, draws };
  return draws;
}
