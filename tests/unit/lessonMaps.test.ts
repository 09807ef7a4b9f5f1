import { describe, expect, it } from 'vitest';
import { type LessonId, lessonOf } from '../../src/lessons/catalog.ts';
import { chosenMaps } from '../../src/state/maps/chosen.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { budget, trialsOf } from '../../src/state/maps/trials.ts';
import { readScene, type Runner } from '../../src/state/scene.ts';
import { sweep } from '../../src/sweep/kernelSweep.ts';

const told = (lesson: LessonId, seed = 1) => {
  const scene = { ...readScene({ lesson }).scene, seed };
  return { scene, maps: chosenMaps(scene), runners: scene.optimizers };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const seeds = Array.from({ length: 21 }, (_, i) => i + 1);

/** The lowest loss that each way of searching finds, by seed. */
const bests = (lesson: LessonId): Record<string, number[]> => {
  const found: Record<string, number[]> = {};
  for (const seed of seeds) {
    const { scene, maps, runners } = told(lesson, seed);
    for (const { way, losses, best } of trialsOf(scene, runners[0] as Runner, maps, scene.maps?.trials ?? 'random'))
      (found[way] ??= []).push(losses[best] ?? NaN);
  }
  return found;
};

describe('what lessons say of maps is what happens', () => {
  it('momentum’s basins interleave: more neighbouring starts part', () => {
    const side = 64;
    const { scene, maps, runners } = told('basins-map');
    const parted = runners.map((runner) => {
      const { axes, steps, tolerance } = { ...maps, axes: maps.area };
      const { minimum } = sweep(planOf(scene, runner, { axes, size: [side, side], steps, tolerance }));
      let count = 0;
      for (let at = 0; at < side * side; at += 1)
        if (at % side !== side - 1 && minimum[at] !== minimum[at + 1]) count += 1;
      return count;
    });
    expect(runners.map(({ id }) => id)).toEqual(['sgd', 'momentum']);
    expect(parted[1]).toBeGreaterThan(2 * (parted[0] ?? NaN));
    expect(lessonOf('basins-map')?.question?.answer).toBe(1);
  });

  it('a grid tries four rates and random search sixteen, with 20 of 21 seeds a better one', () => {
    const { scene, maps, runners } = told('random-search');
    const [grid, random] = trialsOf(scene, runners[0] as Runner, maps, 'random');
    const rates = [grid, random].map((way) => new Set(way?.places.map(([across]) => across.toFixed(6))).size);
    expect(rates).toEqual([4, budget]);
    const found = bests('random-search');
    const better = seeds.filter((_, i) => (found['random']?.[i] ?? NaN) < (found['grid']?.[i] ?? NaN));
    expect(better.length).toBeGreaterThanOrEqual(20);
  });

  it('eps hardly matters: with the same rate its whole axis ends within a tenth of the losses’ range', () => {
    const { scene, maps, runners } = told('random-search');
    const { axes, steps, tolerance } = maps;
    const { loss } = sweep(planOf(scene, runners[0] as Runner, { axes, size: [12, 12], steps, tolerance }));
    const logs = Array.from(loss, (value) => Math.log10(value));
    const spans = Array.from({ length: 12 }, (_, x) => logs.filter((__, at) => at % 12 === x)).map(
      (column) => Math.max(...column) - Math.min(...column),
    );
    expect(median(spans)).toBeLessThan((Math.max(...logs) - Math.min(...logs)) / 10);
  });

  it('the fine stage ends lower than the coarse one, and than as many trials that are all coarse', () => {
    const found = bests('coarse-to-fine');
    const lowest = seeds.map((_, i) => Math.min(found['coarse']?.[i] ?? NaN, found['fine']?.[i] ?? NaN));
    expect(median(lowest)).toBeLessThan(median(found['coarse'] ?? []) / 3);
    const coarse = seeds.map((seed) => {
      const { scene, maps, runners } = told('coarse-to-fine', seed);
      const random = trialsOf(scene, runners[0] as Runner, maps, 'random')[1];
      return Math.min(...(random?.losses ?? []));
    });
    expect(median(lowest)).toBeLessThan(median(coarse));
  });

  it('the same seed draws the same trials, and every place lies on the map', () => {
    const { scene, maps, runners } = told('coarse-to-fine');
    const trials = trialsOf(scene, runners[0] as Runner, maps, 'fine');
    expect(trialsOf(scene, runners[0] as Runner, maps, 'fine')).toEqual(trials);
    const places = trials.flatMap((each) => each.places).flat();
    expect(places).toHaveLength(2 * budget);
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
  });
});
