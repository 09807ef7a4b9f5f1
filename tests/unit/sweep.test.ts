import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/engine/simulate.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { axisQuantities, wholeAxis } from '../../src/state/maps/axes.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { placeOn, type SweepAxis, valueOn, valuesOn } from '../../src/sweep/axis.ts';
import { type Cells, classes, emptyCells, emptying, unknownClass } from '../../src/sweep/cells.ts';
import { KernelSweep, sweep } from '../../src/sweep/kernelSweep.ts';
import { bandsOf, partsOf, placeRegion, runsIn } from '../../src/sweep/lattice.ts';
import { piecesOf } from '../../src/sweep/pieces.ts';
import { settingsAlong } from '../../src/sweep/plan.ts';
import { serveSweeps } from '../../src/sweep/serve.ts';

const runnerOf = (scene: Scene, id: string) =>
  scene.optimizers.find((runner) => runner.id === id) as Scene['optimizers'][0];

const planFor = (scene: Scene, id: string, names: readonly [string, string], size: readonly [number, number]) => {
  const runner = runnerOf(scene, id);
  const quantities = axisQuantities(scene, runner);
  const axes = names.map((name) => wholeAxis(quantities, name)) as [SweepAxis, SweepAxis];
  return planOf(scene, runner, { axes, size, steps: scene.steps, tolerance: 0.005 });
};

const short: Scene = { ...initialScene('rosenbrock'), steps: 60 };

describe('axes', () => {
  it.each([
    { name: 'lr', from: 1e-4, to: 1, scale: 'log' },
    { name: 'mu', from: 0, to: 0.999, scale: 'decay' },
    { name: 'start.x', from: -2, to: 3, scale: 'linear' },
  ] as const)('$scale: values and places lead to each other', (axis) => {
    expect(valueOn(axis, 0)).toBeCloseTo(axis.from, 12);
    expect(valueOn(axis, 1)).toBeCloseTo(axis.to, 12);
    for (const place of [0.1, 0.5, 0.99]) expect(placeOn(axis, valueOn(axis, place))).toBeCloseTo(place, 10);
  });

  it('has the values of the middles of pixels', () => {
    expect([...valuesOn({ name: 'start.x', from: 0, to: 4, scale: 'linear' }, 4)]).toEqual([0.5, 1.5, 2.5, 3.5]);
  });
});

describe('a map', () => {
  const inside: readonly (readonly [string, Scene, readonly [string, string]])[] = [
    ['momentum', short, ['start.x', 'start.y']],
    ['adam', short, ['lr', 'beta1']],
    ['adam', short, ['beta2', 'lr']],
    ['momentum', short, ['mu', 'surface.b']],
    ['rmsprop', { ...short, noise: 0.3 }, ['decay_rate', 'start.y']],
    ['sgd', { ...short, schedule: { kind: 'exponential', rate: 0.01 } }, ['schedule.rate', 'lr']],
    ['nesterov', { ...short, muSchedule: { kind: 'linear', from: 0.5, to: 0.9, over: 50 } }, ['muSchedule.to', 'lr']],
    ['adam', { ...short, interventions: [{ step: 20, id: 'adam', name: 'beta1', value: 0.5 }] }, ['lr', 'beta2']],
  ];

  it.each(inside)('%s: every pixel is the run of the engine with its settings', (id, scene, names) => {
    const plan = planFor(scene, id, names, [7, 5]);
    const cells = sweep(plan);
    const { at } = settingsAlong(plan);
    const [across, up] = plan.axes.map((axis, i) => valuesOn(axis, plan.size[i] as number)) as [
      Float64Array,
      Float64Array,
    ];
    for (let j = 0; j < 5; j += 1)
      for (let i = 0; i < 7; i += 1) {
        const run = simulate(id, at(across[i] as number, up[j] as number));
        const pixel = 7 * j + i;
        expect(cells.steps[pixel]).toBe(run.at);
        expect(cells.minimum[pixel]).toBe(run.minimum);
        const name = classes[cells.class[pixel] as number];
        expect(run.status === 'budget' ? ['slow', 'oscillating'] : [run.status]).toContain(name);
        const last = run.steps === plan.settings.steps ? (run.columns['loss']?.[run.steps] as number) : NaN;
        expect(cells.loss[pixel]).toBe(last);
      }
  });

  it('tells a run that swings from one that is slow', () => {
    const scene: Scene = { ...initialScene('ravine'), steps: 200 };
    const plan = planFor(scene, 'sgd', ['lr', 'start.x'], [1, 1]);
    const classAt = (lr: number): string | undefined => {
      const [, up] = plan.axes;
      const cells = sweep({ ...plan, axes: [{ name: 'lr', from: lr, to: lr * 1.0001, scale: 'log' }, up] });
      return classes[cells.class[0] as number];
    };
    expect(classAt(1e-5)).toBe('slow');
    expect(classAt(10)).toBe('diverged');
  });

  it('moves the minima with a parameter of the surface', () => {
    const scene: Scene = { ...initialScene('rosenbrock'), steps: 1 };
    const plan = planFor(scene, 'sgd', ['surface.a', 'lr'], [3, 1]);
    const { at } = settingsAlong(plan);
    expect(at(-1, 1e-3).minima).toEqual([{ x: -1, y: 1 }]);
    expect(at(1.5, 1e-3).minima).toEqual([{ x: 1.5, y: 2.25 }]);
  });

  it('refuses an axis that the settings do not have', () => {
    const plan = planFor(short, 'sgd', ['lr', 'start.x'], [2, 2]);
    const [, up] = plan.axes;
    expect(() => sweep({ ...plan, axes: [{ name: 'beta9', from: 0, to: 1, scale: 'linear' }, up] })).toThrow(/beta9/);
  });
});

describe('the memory of maps', () => {
  it('is used again, and what another map has left in it changes nothing', () => {
    const plans = (['adam', 'nesterov', 'rmsprop', 'sgd'] as const).map((id, i) =>
      planFor({ ...short, steps: 20 + 40 * i, noise: i === 1 ? 0.5 : 0 }, id, ['lr', 'start.x'], [6, 5]),
    );
    const alone = plans.map(sweep);
    const { Memory } = WebAssembly;
    let made = 0;
    WebAssembly.Memory = class extends Memory {
      constructor(size: WebAssembly.MemoryDescriptor) {
        super(size);
        made += 1;
      }
    };
    const answers: unknown[] = [];
    try {
      const serve = serveSweeps(
        (work) => work(),
        (answer) => answers.push('cells' in answer ? answer.cells : answer),
        () => undefined,
      );
      for (let job = 0; job < 40; job += 1) {
        const plan = plans[job % plans.length] as (typeof plans)[0];
        const region = { x: 0, y: 0, stride: 1, across: 6, up: 5, block: 1 };
        serve({ order: job, job, plan, work: { backend: 'worker', region } });
      }
    } finally {
      WebAssembly.Memory = Memory;
    }
    expect(made).toBeLessThanOrEqual(4);
    expect(answers).toEqual(Array.from({ length: 40 }, (_, job) => alone[job % plans.length]));
  });
});

describe('parts', () => {
  it.each([
    [64, 64],
    [200, 131],
    [513, 97],
    [256, 1],
    [5000, 1],
    [3, 5000],
  ])('%i × %i: all pixels are made, from coarse to fine', (width, height) => {
    const cells = emptyCells(width * height);
    const seen = new Uint8Array(width * height);
    const parts = partsOf(width, height);
    parts.forEach((part, level) => {
      const own: Cells = emptyCells(runsIn(part));
      for (let j = 0; j < part.up; j += 1)
        for (let i = 0; i < part.across; i += 1) {
          const pixel = (part.y + j * part.stride) * width + part.x + i * part.stride;
          own.loss[j * part.across + i] = pixel;
          own.class[j * part.across + i] = 0;
          if (level > 0 || parts.length === 1) seen[pixel] = (seen[pixel] as number) + 1;
        }
      const bands = bandsOf(part, 100);
      expect(bands.reduce((sum, band) => sum + runsIn(band), 0)).toBe(runsIn(part));
      placeRegion(cells, [width, height], part, own);
      expect(cells.class).not.toContain(unknownClass);
    });
    expect(seen.every((times) => times === 1)).toBe(true);
    expect(cells.loss.every((value, pixel) => value === pixel)).toBe(true);
  });

  it.each(['gpu', 'worker'] as const)(
    'is made by %s in pieces that are placed in no time, and emptied so',
    (backend) => {
      const plan = planFor(short, 'adam', ['lr', 'beta1'], [2048, 2048]);
      const pieces = piecesOf(plan, backend, 65_536);
      const places = pieces.map(({ work: { region } }) => runsIn(region) * ('block' in region ? region.block ** 2 : 1));
      expect(Math.max(...places)).toBeLessThanOrEqual(262_144);
      expect(pieces.filter(({ level }) => level === 0).reduce((sum, { work }) => sum + runsIn(work.region), 0)).toBe(
        256 ** 2,
      );
      const parts = emptying(2048 ** 2);
      let turns = 1;
      while (parts.next().done !== true) turns += 1;
      expect(turns).toBeGreaterThan(10);
    },
  );

  it('shows nothing of a run beyond the block that it stands for', () => {
    const [width, height] = [200, 131];
    for (const part of partsOf(width, height)) {
      const cells = emptyCells(width * height);
      const [first] = bandsOf(part, 100) as [ReturnType<typeof bandsOf>[0]];
      const own = emptyCells(runsIn(first));
      own.class.fill(0);
      placeRegion(cells, [width, height], first, own);
      const shown = cells.class.filter((kind) => kind !== unknownClass).length;
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThanOrEqual(width * (first.up * first.block + first.y));
    }
  });

  it('gives a part the same runs as the whole', () => {
    const plan = planFor(short, 'adam', ['lr', 'beta1'], [9, 8]);
    const whole = sweep(plan);
    const part = { x: 1, y: 0, stride: 2, across: 4, up: 4, block: 1 };
    const cells = new KernelSweep(plan).run(part);
    for (let j = 0; j < 4; j += 1)
      for (let i = 0; i < 4; i += 1) expect(cells.loss[4 * j + i]).toBe(whole.loss[9 * 2 * j + 1 + 2 * i]);
  });
});
