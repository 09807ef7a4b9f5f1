import { stream } from '../random.ts';
import { circles } from './circles.ts';
import { clusters } from './clusters.ts';
import type { Dataset } from './dataset.ts';
import type { Generator } from './generator.ts';
import { moons } from './moons.ts';
import { spirals } from './spirals.ts';
import { wave } from './wave.ts';
import { xor } from './xor.ts';

/** Every data set that is made, in the order in which it is listed. */
export const generators = [spirals, moons, circles, xor, clusters, wave] as const;

export type GeneratorId = (typeof generators)[number]['id'];

const byId: ReadonlyMap<string, Generator<GeneratorId>> = new Map(
  generators.map((item) => [item.id, item as unknown as Generator<GeneratorId>]),
);

export const generatorOf = (id: GeneratorId): Generator<GeneratorId> => byId.get(id) as Generator<GeneratorId>;

/** The samples of a generator; settings that are not given have their defaults. */
export function generated(id: GeneratorId, seed: number, settings: Readonly<Record<string, number>> = {}): Dataset {
  const { params, make } = generatorOf(id);
  const defaults = Object.fromEntries(Object.entries(params).map(([name, { initial }]) => [name, initial]));
  return make(stream(seed, 'data'), { ...defaults, ...settings } as Parameters<typeof make>[1]);
}
