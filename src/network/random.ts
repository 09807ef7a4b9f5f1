import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What random numbers are drawn for. Each has a stream of its own, so that a change of one leaves the others as they are. */
const purposes = ['data', 'split', 'initial', 'batches', 'labels', 'check', 'directions'] as const;

/** Random numbers, one after the other, the same for the same seed, purpose and turn. */
export interface Stream {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Standard normal, by Box & Muller 1958, doi:10.1214/aoms/1177706645. */
  normal(): number;
  /** A whole number from 0 to, not including, `below`. */
  below(below: number): number;
}

/** `turn`: which of several streams for the same purpose, such as an epoch. */
export function stream(seed: number, purpose: (typeof purposes)[number], turn = 0): Stream {
  // Spread over all bits: streams whose seeds differ by 1 would begin alike.
  const place = [seed, purposes.indexOf(purpose), turn].reduce((hash, part) => Math.imul(hash ^ (part + 1), 0x9e3779b1) ^ (hash >>> 15), 0x85ebca6b); // prettier-ignore
  const generator = xoroshiro128plus(place);
  const uniform = (): number => uniformFloat64(generator);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (below) => Math.floor(uniform() * below),
  };
}

/** 0, 1, …, count − 1 in random order. Fisher & Yates 1938. */
export function shuffled(count: number, { below }: Stream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}
