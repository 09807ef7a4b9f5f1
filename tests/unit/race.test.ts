import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/engine/simulate.ts';
import { axisOf } from '../../src/formula/quantity.ts';
import { seedLimit } from '../../src/state/field.ts';
import { race, type RaceEntry } from '../../src/state/race/race.ts';
import { raceAxes, raceCases, raceIn, raceKey, raceStages, trialsPlan } from '../../src/state/race/plan.ts';
import { raceCsv, raceJson, resultsOf, withTrial } from '../../src/state/race/result.ts';
import { bestTrial, goodShare, learningCurve, type RaceTrial, scoreOf } from '../../src/state/race/score.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { emptyCells } from '../../src/sweep/cells.ts';
import { sweepPool } from '../../src/sweep/pool.ts';
import { serveSweeps } from '../../src/sweep/serve.ts';
import type { SweepAnswer } from '../../src/sweep/messages.ts';

/** A pool of so many threads that live here, whose work is done in an order that differs from pool to pool. */
function poolOf(threads: number) {
  const waiting: (() => void)[] = [];
  const later = (work: () => void): void => void waiting.push(work);
  const open = () => {
    let hear: (answer: SweepAnswer) => void = () => {};
    const serve = serveSweeps(later, (answer) => hear(answer), () => undefined); // prettier-ignore
    return { send: serve, listen: (next: typeof hear) => (hear = next), close: () => {} };
  };
  return {
    pool: sweepPool(open, threads, later),
    run(most = Infinity) {
      for (let done = 0; done < most && waiting.length > 0; done += 1)
        (threads === 1 ? waiting.shift() : waiting.pop())?.();
    },
  };
}

const base = initialScene('rosenbrock');
const scene: Scene = { ...base, steps: 60, maps: { race: { trials: 21, seed: 7 } } };

function raced(of: Scene, threads: number, turns = Infinity) {
  const entries = new Map<string, RaceTrial[]>();
  let isDone = false;
  const { pool, run } = poolOf(threads);
  const under = race(pool, of, {
    tell: (id, made) =>
      entries.set(
        id,
        [...(entries.get(id) ?? []), ...made].sort((a, b) => a.place - b.place),
      ),
    done: () => (isDone = true),
    fail: (why) => {
      throw new Error(why);
    },
  });
  run(turns);
  const list: RaceEntry[] = [...entries].map(([id, trials]) => ({ id, trials }));
  return { entries: list, isDone: () => isDone, under, run, list: () => [...entries.values()].flat() };
}

describe('the fair race', () => {
  const { entries, isDone } = raced(scene, 1);

  it('gives every optimizer the same budget, to the trial', () => {
    expect(isDone()).toBe(true);
    expect(entries.map(({ trials }) => trials.length)).toEqual(Array(6).fill(21));
    for (const { trials } of entries) expect(trials.map(({ place }) => place)).toEqual([...Array(21).keys()]);
    for (const trials of [4, 5, 21, 96, 2000])
      expect(raceStages(trials).reduce((sum, stage) => sum + stage.trials, 0)).toBe(trials);
  });

  it('finds the same from the same seed, whatever the threads, and other things from another', () => {
    const sorted = (list: readonly RaceEntry[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    expect(sorted(raced(scene, 3).entries)).toEqual(sorted(entries));
    const other = raced({ ...scene, maps: { race: { trials: 21, seed: 8 } } }, 1);
    expect(other.entries[0]?.trials[0]?.values).not.toEqual(entries[0]?.trials[0]?.values);
  });

  it('never places a grid: no axis has few values, or equal gaps between them', () => {
    for (const { id, trials } of entries) {
      const runner = scene.optimizers.find((each) => each.id === id) as Scene['optimizers'][0];
      for (const [name, { min, max, scale }] of Object.entries(raceAxes(scene, runner))) {
        const coarse = trials.filter(({ stage }) => stage === 0).map(({ values }) => values[name] as number);
        expect(new Set(coarse).size, `${id} ${name}`).toBeGreaterThanOrEqual(coarse.length - 1);
        const { to } = axisOf[scale];
        const places = coarse.map((value) => (to(value) - to(min)) / (to(max) - to(min))).sort((a, b) => a - b);
        const gaps = places.slice(1).map((place, i) => place - (places[i] as number));
        expect(Math.max(...gaps) / Math.min(...gaps), `${id} ${name}`).toBeGreaterThan(3);
      }
    }
  });

  it('scores what the playground would run', () => {
    const cases = raceCases(scene, raceIn(scene));
    expect(cases).toHaveLength(4);
    for (const { id, trials } of entries) {
      const best = bestTrial(trials) as RaceTrial;
      const set = withTrial(id, best.values)(scene);
      const runner = set.optimizers.find((each) => each.id === id) as Scene['optimizers'][0];
      const logs = cases.map((each) => {
        const start: [number, number] = [each['start.x'] as number, each['start.y'] as number];
        const { columns, steps } = simulate(id, settingsOf({ ...set, start }, runner));
        return Math.log10(Math.max(columns['loss']?.[steps] as number, 1e-12));
      });
      expect(best.score).toBeCloseTo(logs.reduce((sum, log) => sum + log, 0) / 4, 12);
      expect(best.loss).toBeCloseTo(10 ** best.score, 12);
    }
  });

  it('tries every seed where there is chance', () => {
    const noisy: Scene = { ...scene, noise: 0.5, maps: { race: { trials: 4, seeds: 3, starts: 'own' } } };
    const { entries: found } = raced(noisy, 1);
    const { trials } = found[0] as RaceEntry;
    const { values, loss } = trials.find((trial) => Number.isFinite(trial.loss)) as RaceTrial;
    const runner = withTrial('sgd', values)(noisy).optimizers[0] as Scene['optimizers'][0];
    const logs = [1, 2, 3].map((seed) => {
      const { columns, steps } = simulate('sgd', settingsOf({ ...noisy, seed }, runner));
      return Math.log10(columns['loss']?.[steps] as number);
    });
    expect(Math.log10(loss)).toBeCloseTo(logs.reduce((a, b) => a + b) / 3, 10);
    expect(new Set(logs).size).toBe(3);
  });

  it('runs each start once where every seed would give the same run', () => {
    const casesOf = (of: Scene) => raceCases(of, { ...raceIn(of), seeds: 5 }).length;
    const all: Scene = { ...initialScene('regression-raw'), batch: 17 };
    expect(casesOf(all)).toBe(surfaceIn(all).starts.length);
    expect(casesOf({ ...all, batch: 16 })).toBe(5 * surfaceIn(all).starts.length);
    expect(casesOf({ ...all, noise: 0.1 })).toBe(5 * surfaceIn(all).starts.length);
    expect(casesOf(scene)).toBe(surfaceIn(scene).starts.length);
  });

  it('takes 0 after the largest seed, as fans do', () => {
    const last: Scene = { ...scene, noise: 1, seed: seedLimit };
    const cases = raceCases(last, { ...raceIn(last), starts: 'own', seeds: 3 });
    expect(cases.map(({ seed }) => seed)).toEqual([seedLimit, 0, 1]);
  });

  it('runs its trials without what the scene changes on the way', () => {
    const changed: Scene = { ...scene, interventions: [{ step: 5, id: 'adam', name: 'lr', value: 1 }] };
    const adam = scene.optimizers.find(({ id }) => id === 'adam') as Scene['optimizers'][0];
    const planIn = (of: Scene) => trialsPlan(of, adam, raceIn(of), [{ lr: 0.1 }]);
    expect(settingsOf(changed, adam).interventions).toHaveLength(1);
    expect(planIn(changed)).toEqual(planIn(scene));
    expect(planIn(changed).settings.interventions).toBeUndefined();
  });

  it('stops where it is cancelled, and keeps what it has', () => {
    const under = raced(scene, 1, 2);
    const had = under.list().length;
    expect(had).toBeGreaterThan(0);
    under.under.cancel();
    under.run();
    expect(under.list()).toHaveLength(had);
    expect(under.isDone()).toBe(false);
  });
});

describe('a race is another', () => {
  const typed = (rule: string, state: string[] = []): Scene => ({
    ...scene,
    optimizers: [...scene.optimizers, { id: 'mine', lr: 0.1, variant: 'default', rule, state }],
  });
  const withAdam = (part: object): Scene => ({
    ...scene,
    optimizers: scene.optimizers.map((runner) => (runner.id === 'adam' ? { ...runner, ...part } : runner)),
  });
  const own: Scene = { ...scene, maps: { race: { starts: 'own' } } };
  const noisy: Scene = { ...scene, noise: 0.5 };
  const elsewhere = { start: [0, 0] as [number, number] };
  const other = (one: Scene, two: Scene) => raceKey(one) !== raceKey(two);

  it.each([
    ['a variant', scene, withAdam({ variant: 'uncorrected' })],
    ['the text of a typed rule', typed('x = x - lr*g'), typed('x = x - 2*lr*g')],
    ['the state of a typed rule', typed('v = g; x = x - lr*v'), typed('v = g; x = x - lr*v', ['v'])],
    ['who takes part', scene, withAdam({ off: true })],
    ['the start, where all begin there', own, { ...own, ...elsewhere }],
    ['the seed, where there is noise', noisy, { ...noisy, seed: 2 }],
    [
      'the number of seeds, where there is noise',
      noisy,
      { ...noisy, maps: { race: { trials: 21, seed: 7, seeds: 2 } } },
    ],
    ['how near to a minimum is there', scene, { ...scene, maps: { ...scene.maps, tolerance: 0.1 } }],
    ['the seed of the search', scene, { ...scene, maps: { race: { trials: 21, seed: 8 } } }],
  ])('with another of it: %s', (_, one, two) => {
    expect(other(one, two)).toBe(true);
  });

  it.each([
    ['a setting that is searched', withAdam({ lr: 0.7, beta1: 0.5 })],
    ['what is changed on the way', { ...scene, interventions: [{ step: 5, id: 'adam', name: 'lr', value: 1 }] }],
    ['the start, where all begin at those of the surface', { ...scene, ...elsewhere }],
    ['the seed, without noise', { ...scene, seed: 2 }],
    ['the number of seeds, without noise', { ...scene, maps: { race: { trials: 21, seed: 7, seeds: 2 } } }],
    ['a variant of who takes no part', withAdam({ variant: 'uncorrected', off: true }), withAdam({ off: true })],
  ])('but not with %s', (_, two, one = scene) => {
    expect(other(one, two)).toBe(false);
  });
});

describe('what a race tells', () => {
  const trial = (place: number, score: number, stage = 0): RaceTrial => ({
    place,
    stage,
    score,
    loss: 10 ** score,
    settled: 0,
    values: { lr: place + 1 },
  });

  it('is infinitely bad where one case diverges, and the mean loss where no least is known', () => {
    const cells = emptyCells(4);
    cells.loss.set([1e-4, 1e-2, 1, NaN]);
    cells.class.set([0, 1, 2, 3]);
    expect(scoreOf(cells, 0, 2, 0)).toEqual({ score: -3, loss: 1e-3, settled: 1 });
    expect(scoreOf(cells, 1, 2, undefined)).toMatchObject({ score: 0.505, loss: 0.505 });
    expect(scoreOf(cells, 2, 2, 0).score).toBe(Infinity);
  });

  it('counts the trials within a factor of ten of the best', () => {
    const trials = [trial(0, -4), trial(1, -3.1), trial(2, -2.9), trial(3, Infinity), trial(4, -4.05, 1)];
    expect(goodShare(trials, true, NaN)).toBe(0.6);
    expect([...learningCurve([trial(0, Infinity), trial(1, 0), trial(2, 1)])]).toEqual([NaN, 1, 1]);
  });

  it('is exported trial by trial', () => {
    const entries: RaceEntry[] = [{ id: 'sgd', trials: [trial(0, -1), { ...trial(1, Infinity), loss: Infinity }] }];
    expect(raceCsv(entries)).toBe('optimizer,trial,stage,lr,loss,settled\nsgd,0,0,1,0.1,0\nsgd,1,0,2,,0\n');
    expect(JSON.parse(raceJson(scene, entries))).toMatchObject({ results: [{ id: 'sgd', best: { score: -1 } }] });
    expect(resultsOf(scene, [{ id: 'adam', trials: [] }, ...entries]).map(({ id }) => id)).toEqual(['sgd', 'adam']);
  });

  it('is set in the scene, with a sentence for what is not', () => {
    const { scene: read, problems } = readScene({
      maps: { kind: 'race', race: { trials: 3, starts: 'all', sead: 1 } },
    });
    expect(read.maps).toEqual({ kind: 'race', race: { starts: 'all' } });
    expect(problems.map((found) => found.sentence('en')).join()).toMatch(
      /maps\.race\.trials.*maps\.race\.sead|maps\.race\.sead.*maps\.race\.trials/,
    );
  });
});
