import { describe, expect, it } from 'vitest';
import { rules } from '../../src/optimizers/catalog.ts';
import { startAxes } from '../../src/state/maps/chosen.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { readScene } from '../../src/state/scene.ts';
import { runnersIn } from '../../src/state/settings.ts';
import { drawnAtOnce } from '../../src/sweep/pieces.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { laborious } from './laborious.ts';

const optimizers = rules.map(({ id }) => ({ id }));
const drawn = (isCard: boolean, surface: object): number[] => {
  const { scene } = readScene({ surface, optimizers });
  const choice = { axes: startAxes([-2, 2, -2, 2]), size: [32, 32], steps: 100 } as const;
  return runnersIn(scene).map((runner) => drawnAtOnce(isCard, planOf(scene, runner, choice)));
};

describe('what of a map is drawn at once', () => {
  it.each(surfaces.map(({ id }) => id))('is the same for every rule on %s', (id) => {
    expect(drawn(false, { id })).toEqual(rules.map(() => 16_384));
    expect(drawn(true, { id })).toEqual(rules.map(() => 65_536));
  });
  it.each(Object.entries(laborious))('is nothing of %s without a card', (_, formula) => {
    expect(drawn(false, { formula })).toEqual(rules.map(() => 0));
    expect(drawn(true, { formula })).toEqual(rules.map(() => 65_536));
  });
});
