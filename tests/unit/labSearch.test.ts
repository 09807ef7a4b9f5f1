import { describe, expect, it } from 'vitest';
import { grid } from '../../src/engine/tune.ts';
import { generated } from '../../src/network/data/catalog.ts';
import { presets } from '../../src/network/defaults.ts';
import { searchAxes, type SearchedName, tryValues } from '../../src/network/search.ts';
import type { Text } from '../../src/formula/text.ts';
import { type SliceAsk, slicePicture as sliceOf, type SlicePicture } from '../../src/network/slice/picture.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { Training } from '../../src/network/train/train.ts';
import { createPool, Dropped, type Pool, type LabPort } from '../../src/state/network/pool.ts';
import { axesFor, type LabTrial, ranked, searchInThreads } from '../../src/state/network/search.ts';
import { createServer } from '../../src/state/network/serve.ts';
import type { RuleId } from '../../src/optimizers/catalog.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { sliceFormula } from '../../src/network/slice/formula.ts';
import { withSlice } from '../../src/ui/network/slice/recipes.ts';
import { recordedIn } from '../../src/state/ghosts.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { initialScene, readScene } from '../../src/state/scene.ts';
import { networkIn } from '../../src/state/network/settings.ts';
import { compared, distinct, lineOf, placeOn } from '../../src/ui/network/search/parallel.ts';
import { withTrial } from '../../src/ui/network/search/recipes.ts';
import { heightsOf, levelsOf } from '../../src/ui/network/slice/drawSlice.ts';
import { presetSpec } from './presetSpec.ts';

const spec = presetSpec(generated('moons', 1, { rows: 90 }), presets.moons, 'momentum', 1);
const stages = [
  { trials: 6, span: 1, epochs: 2 },
  { trials: 3, span: 0.3, epochs: 4 },
];

/** Threads that answer at once, or from the last to the first, of which one breaks after so many orders. */
const poolOf = (size: number, isLate = false, most = Infinity): Pool => {
  let orders = 0;
  return createPool(
    size,
    (): LabPort => {
      const serve = createServer();
      let [hear, fail]: Parameters<LabPort['listen']> = [() => undefined, () => undefined];
      return {
        send: (order) => {
          orders += 1;
          if (orders > most) return queueMicrotask(fail);
          const answer = serve(structuredClone(order));
          if (isLate && order.order % 2 === 0) queueMicrotask(() => queueMicrotask(() => hear(answer)));
          else queueMicrotask(() => hear(answer));
        },
        listen: (tell, failed) => void ([hear, fail] = [tell, failed]),
        close: () => undefined,
      };
    },
    queueMicrotask,
    () => undefined,
  );
};

const searched = async (pool: Pool): Promise<LabTrial[]> => {
  const trials: LabTrial[] = [];
  const found = await searchInThreads(pool, spec, (trial) => trials.push(trial), stages).found;
  expect(found.best.score).toBe(Math.min(...trials.map(({ score }) => score)));
  return trials.sort((a, b) => a.place - b.place);
};

describe('a search in threads', () => {
  it('finds the same whatever the number of threads, and whoever is first', async () => {
    const alone = await searched(poolOf(1));
    expect(alone.map(({ stage }) => stage)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(await searched(poolOf(2))).toEqual(alone);
    expect(await searched(poolOf(5, true))).toEqual(alone);
  });

  it('finds the same where a thread breaks, in either stage', async () => {
    const alone = await searched(poolOf(1));
    for (const most of [0, 4, 7]) expect(await searched(poolOf(2, false, most))).toEqual(alone);
  });

  it('the best go on from where they stopped, to the same as without a stop', async () => {
    const own = [
      { trials: 6, span: 1, epochs: 2 },
      { trials: 4, span: 0.3, epochs: 5, resumed: 2 },
    ];
    for (const pool of [poolOf(1), poolOf(4, true)]) {
      const trials: LabTrial[] = [];
      const { best } = await searchInThreads(pool, spec, (trial) => trials.push(trial), own).found;
      trials.sort((a, b) => a.place - b.place);
      expect(trials.map(({ stage, place }) => [stage, place])).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1].map((stage, place) => [stage, place])); // prettier-ignore
      const coarse = ranked(trials.slice(0, 6));
      expect(trials.map(({ resumes }) => resumes)).toEqual([
        ...Array.from({ length: 6 }, () => undefined),
        ...[coarse[0]?.place, coarse[1]?.place, undefined, undefined],
      ]);
      for (const { resumes, values, score, model } of trials.slice(6, 8)) {
        expect(values).toEqual(trials[resumes as number]?.values);
        const { score: whole, snapshot } = tryValues(spec, values, 5);
        expect([score, model.parameters]).toEqual([whole, snapshot.learner.columns[0]]);
      }
      expect(best.score).toBe(Math.min(...trials.map(({ score }) => score)));
    }
  });

  it.each([
    ['none is finite', ['rate', 'inputs']],
    ['fewer than could go on are finite', ['rate']],
  ] as const)('makes as many trials as it may where %s', async (_, mistakes) => {
    const preset = { ...presets.wave, activation: 'relu', initial: 'he' } as const;
    const wave = { ...presetSpec(generated('wave', 1, { rows: 60 }), preset, 'sgd', 1), mistakes };
    const own = [
      { trials: 8, span: 1, epochs: 3 },
      { trials: 9, span: 0.3, epochs: 6, resumed: 9 },
    ];
    const trials: LabTrial[] = [];
    const { found } = searchInThreads(poolOf(3), wave, (trial) => trials.push(trial), own);
    expect((await found).trials).toHaveLength(17);
    expect(trials.map(({ place }) => place).sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => i));
    const finite = trials.filter(({ stage, score }) => stage === 0 && Number.isFinite(score)).length;
    expect(finite).toBeLessThan(9);
    expect(finite > 0).toBe(mistakes.length === 1);
    expect(trials.filter(({ resumes }) => resumes !== undefined)).toHaveLength(finite);
  });

  it('stops when it is cancelled, and keeps what it has', async () => {
    const trials: LabTrial[] = [];
    const searching = searchInThreads(
      poolOf(2),
      spec,
      (trial) => {
        trials.push(trial);
        if (trials.length === 3) searching.cancel();
      },
      stages,
    );
    await expect(searching.found).rejects.toThrow(Dropped);
    expect(trials).toHaveLength(3);
  });

  it('leaves out axes that mean nothing', () => {
    expect(Object.keys(axesFor(spec))).toEqual(['lr', 'decay', 'l2', 'mu', 'hidden']);
    const sgd = presetSpec(generated('moons', 1), { ...presets.moons, hidden: [] }, 'sgd', 1);
    expect(Object.keys(axesFor(sgd))).toEqual(['lr', 'decay', 'l2']);
  });

  it('covers each axis with as many values as trials, a grid with a few', async () => {
    const trials = await searched(poolOf(3));
    expect(distinct(trials.map(({ values }) => values.lr))).toBe(9);
    expect(distinct(grid(searchAxes, 9).map(({ lr }) => lr))).toBe(1);
    expect(distinct(grid(searchAxes, 36).map(({ lr }) => lr))).toBe(2);
  });

  it('is compared with a grid of as many trials, under way too', async () => {
    const trials = await searched(poolOf(3));
    const names = Object.keys(searchAxes) as SearchedName[];
    const four = names.filter((name) => name !== 'hidden');
    const many = Array.from({ length: 4 }, (_, k) => trials.map((trial) => ({ ...trial, place: trial.place + 9 * k, values: { ...trial.values, lr: trial.values.lr + k } }))).flat(); // prettier-ignore
    const told = (of: SearchedName[], made: LabTrial[]) => {
      const { count, random, regular } = compared(of, [...made].reverse()) ?? {};
      return [count, random?.[0], regular];
    };
    expect(told(names, many)).toEqual([32, 32, [2, 2, 2, 2, 2]]);
    expect(told(four, many)).toEqual([16, 16, [2, 2, 2, 2]]);
    expect(told(['lr', 'l2'], trials)).toEqual([9, 9, [3, 3]]);
    expect(told(['lr', 'l2'], trials.slice(0, 8))).toEqual([4, 4, [2, 2]]);
    // A single trial is no grid.
    expect(compared(names, trials)).toBeUndefined();
    expect(compared(names, [])).toBeUndefined();
  });

  it('a trial becomes the settings of the lab', async () => {
    const [trial] = ranked(await searched(poolOf(1)));
    if (trial === undefined) throw new Error('expected a trial');
    const { lr, decay, l2, mu, hidden } = trial.values;
    const scene = withTrial('momentum', trial.values)(initialScene());
    expect(networkIn(scene)).toMatchObject({ rates: { momentum: lr }, decay: { kind: 'exponential', rate: decay }, l2, hidden: [hidden, hidden] }); // prettier-ignore
    expect(scene.optimizers.find(({ id }) => id === 'momentum')?.['mu']).toBe(mu);
  });

  it('is drawn from the ends of its axes, the best trial highest', async () => {
    expect([placeOn('lr', 1e-4), placeOn('lr', 1), placeOn('mu', 0.99)]).toEqual([0, 1, 1]);
    const trials = await searched(poolOf(1));
    const [best] = ranked(trials) as [LabTrial];
    expect(lineOf(best, ['lr', 'mu'], trials, 100, 50)).toMatch(/^M0\.0 .*L100\.0 0\.0$/);
  });
});

/** A slice that there is. */
function slicePicture(ask: SliceAsk): SlicePicture {
  const answer = sliceOf(ask);
  if ('fault' in answer) throw new Error(answer.fault.en);
  return answer;
}

describe('a slice with paths', () => {
  const paths = (['sgd', 'adam'] as const).map((rule) => {
    const training = new Training({ ...spec, rule: presetSpec(spec.data, presets.moons, rule, 1).rule });
    return Array.from({ length: 6 }, () => {
      training.advance(training.stepsPerEpoch);
      return training.current.slice();
    });
  });
  const trained = paths[1]?.at(-1) as Float64Array;

  it('keeps nearly all of what the main directions can, and the trained parameters are at 0', () => {
    const picture = slicePicture({ spec, kind: 'main', trained, paths, side: 9 });
    expect(picture.kept).toBeGreaterThan(0.8);
    expect(picture.kept).toBeLessThanOrEqual(1);
    expect(picture.paths[1]?.a.at(-1)).toBeCloseTo(0, 12);
    const random = slicePicture({ spec, kind: 'random', trained, paths, side: 9 });
    expect(random.kept).toBeLessThan(picture.kept);
    expect(random.slice.domain).toEqual([-1, 1, -1, 1]);
  });

  it('leaves out trainings that diverged, and the others are seen as if they were alone', () => {
    const start = paths[0]?.[0] as Float64Array;
    const gone = [start, start.map((x) => 1e5 * x + 1), start.map((x) => 1e160 * x + 1e160)];
    const alone = slicePicture({ spec, kind: 'main', trained, paths, side: 9 });
    for (const kind of ['main', 'random'] as const) {
      const picture = slicePicture({ spec, kind, trained, paths: [gone, ...paths], side: 9 });
      expect(picture.far).toEqual([0]);
      expect(picture.paths[0]?.a).toHaveLength(0);
      if (kind === 'main') expect({ ...picture, paths: picture.paths.slice(1), far: [] }).toEqual(alone);
      expect(withSlice('x^2 + y^2', picture, ['momentum', 'sgd', 'adam'])(initialScene()).scene.start).toEqual(
        [picture.paths[1]?.a[0], picture.paths[1]?.b[0]].map((value) => Number(value?.toPrecision(4))),
      );
    }
  });

  it('of one network far too fast or of a rate ×1000 can be cut, and says so in both languages where it cannot', () => {
    const wave = (rule: RuleId, more: Partial<TrainSpec>) => {
      const training = new Training({ ...presetSpec(generated('wave', 1), presets.wave, rule, 1), ...more });
      const points = [training.current.slice()];
      for (let epoch = 0; epoch < 40 && training.divergedAt === undefined; epoch += 1) {
        training.advance(training.stepsPerEpoch);
        points.push(training.current.slice());
      }
      return { spec: training.spec, points };
    };
    const six = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const;
    const fast = six.map((rule) => wave(rule, rule === 'sgd' ? { lr: 5 } : {}));
    const wrong = six.map((rule) => wave(rule, { mistakes: ['rate'] }));
    const cut = (runs: typeof fast, chosen: number) => {
      const { spec: own, points } = runs[chosen] as (typeof runs)[0];
      return sliceOf({ spec: own, kind: 'main', trained: points.at(-1) as Float64Array, paths: runs.map((run) => run.points), side: 9 }); // prettier-ignore
    };
    expect(cut(fast, 5)).toMatchObject({ far: [0] });
    expect(cut(wrong, 5)).toMatchObject({ far: [0, 1, 2] });
    for (const picture of [cut(fast, 5), cut(wrong, 5)])
      expect('slice' in picture && picture.slice.domain.every((end) => Math.abs(end) < 1e6)).toBe(true);
    const { fault } = cut(fast, 0) as { fault: Text };
    expect([fault.en, fault.zh]).toEqual([expect.stringContaining('diverged'), expect.stringContaining('发散')]);
    const still = fast.map((run) => ({ ...run, points: run.points.slice(0, 1) }));
    const line = cut(still, 5) as { fault: Text };
    expect([line.fault.en, line.fault.zh]).toEqual([expect.stringContaining('line'), expect.stringContaining('直线')]);
  });

  it('becomes a formula that the playground takes, near the loss', () => {
    const picture = slicePicture({ spec, kind: 'main', trained, paths, side: 24 });
    const { slice } = picture;
    const { formula, error } = sliceFormula(slice);
    expect(error).toBeLessThan(0.2);
    const { scene, problems } = withSlice(formula, picture, ['sgd', 'adam'])(initialScene());
    expect(problems).toEqual([]);
    expect(scene.surface).toMatchObject({ formula, params: {} });
    const recorded = recordedIn(scene);
    expect(recorded.map(({ id, run: { steps } }) => [id, steps])).toEqual([
      ['sgd', 5],
      ['adam', 5],
    ]);
    recorded.forEach(({ run: { columns } }, i) => {
      const { a, b } = picture.paths[i] as (typeof picture.paths)[0];
      columns['x']?.forEach((value, row) => expect(value).toBeCloseTo(a[row] as number, 2));
      columns['y']?.forEach((value, row) => expect(value).toBeCloseTo(b[row] as number, 2));
    });
    // They are of this formula alone, and a link keeps them.
    expect(readScene(decodeLink(encodeLink(scene))).scene).toEqual(scene);
    expect(encodeLink(scene).length).toBeLessThan(4000);
    expect(recordedIn(readScene({ surface: { formula: 'x^2 + y^2' } }, scene).scene)).toEqual([]);
    const field = fieldOf(formula, []);
    const [a0, a1, b0, b1] = slice.domain;
    let squares = 0;
    slice.loss.forEach((loss, k) => {
      const [i, j] = [k % 24, Math.floor(k / 24)];
      const at = field.at({}, a0 + ((a1 - a0) * i) / 23, b0 + ((b1 - b0) * j) / 23).loss;
      squares += (Math.log(at) - Math.log(loss)) ** 2;
    });
    // Four digits of each coefficient are as good as all.
    expect(Math.sqrt(squares / slice.loss.length)).toBeCloseTo(error, 2);
  });

  it('has levels from the lowest to the highest, and a number wherever the loss is lost', () => {
    const picture = slicePicture({ spec, kind: 'random', trained, paths, side: 9 });
    const loss = picture.slice.loss.slice();
    loss[3] = Infinity;
    const heights = heightsOf({ ...picture, slice: { ...picture.slice, loss } });
    expect(heights.every(Number.isFinite)).toBe(true);
    const levels = levelsOf(heights);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(levels.length).toBeGreaterThan(5);
  });
});
