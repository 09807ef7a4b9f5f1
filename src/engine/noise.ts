import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard normal draws for x and for y, one pair per step. */
export interface Draws {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Draws by seed, the latest used last; a fan asks for those of many seeds again and again. */
const kept = new Map<number, Draws>();
/** Pairs that are kept in all. */
const most = 1_000_000;
let pairs = 0;

const forget = (seed: number): void => {
  pairs -= kept.get(seed)?.x.length ?? 0;
  kept.delete(seed);
};

/**
 * Seeded standard normal pairs, the same for every optimizer; a longer run begins with the same draws.
 * x = r·cos φ, y = r·sin φ with r = √(−2 ln u), φ = 2πv. Box & Muller 1958, doi:10.1214/aoms/1177706645.
 */
export function normalDraws(seed: number, steps: number): Draws {
  const known = kept.get(seed);
  const draws = known !== undefined && known.x.length >= steps ? known : drawn(seed, steps);
  forget(seed);
  while (pairs + draws.x.length > most && kept.size > 0) forget(kept.keys().next().value as number);
  kept.set(seed, draws);
  pairs += draws.x.length;
  return draws;
}

function drawn(seed: number, steps: number): Draws {
  const generator = xoroshiro128plus(seed);
  const draws = { x: new Float64Array(steps), y: new Float64Array(steps) };
  for (let i = 0; i < steps; i += 1) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
    const angle = 2 * Math.PI * uniformFloat64(generator);
    draws.x[i] = radius * Math.cos(angle);
    draws.y[i] = radius * Math.sin(angle);
  }
  return draws;
}
