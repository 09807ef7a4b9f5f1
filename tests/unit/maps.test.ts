import { describe, expect, it } from 'vitest';
import { chosenMaps, usualAxis } from '../../src/state/maps/chosen.ts';
import { floorOf } from '../../src/state/maps/floor.ts';
import { encodeLink, decodeLink } from '../../src/state/link.ts';
import { mapsSchema } from '../../src/state/maps/schema.ts';
import { probeStore, sayOfMaps, setProbe } from '../../src/state/maps/probe.ts';
import { needsDouble } from '../../src/state/maps/sweeps.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { type Cells, classes, emptyCells } from '../../src/sweep/cells.ts';
import { sweep } from '../../src/sweep/kernelSweep.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { valueOn, valuesOn } from '../../src/sweep/axis.ts';
import { ticksOf } from '../../src/ui/maps/frame.ts';
import { byArrival, bySettings, lossScale, paint, winnerAt } from '../../src/ui/maps/paint.ts';
import { withSettings, withStartAt } from '../../src/ui/maps/recipes.ts';
import { csvOf, jsonOf } from '../../src/ui/maps/save.ts';
import { boundaryOf } from '../../src/ui/maps/boundary.ts';
import { runAt } from '../../src/ui/maps/sources.ts';

const runnerOf = (scene: Scene, id: string) =>
  scene.optimizers.find((each) => each.id === id) as Scene['optimizers'][0];
const sentences = (input: unknown) => readScene(input).problems.map((found) => found.sentence('en'));
const cellsOf = (kinds: readonly (typeof classes)[number][], steps: readonly number[]): Cells => {
  const cells = emptyCells(kinds.length);
  kinds.forEach((kind, at) => {
    cells.class[at] = classes.indexOf(kind);
    cells.steps[at] = steps[at] as number;
    cells.minimum[at] = kind === 'converged' ? 0 : -1;
    cells.loss[at] = steps[at] as number;
  });
  return cells;
};

describe('maps in a scene', () => {
  const maps = {
    kind: 'hyper',
    optimizer: 'adam',
    x: { name: 'lr', from: 1e-4, to: 1, scale: 'log' },
    y: { name: 'surface.b', from: 1, to: 200, scale: 'log' },
    colour: 'steps',
    steps: 300,
    tolerance: 0.01,
    trials: 'fine',
    area: [-1, 1, 0, 2],
    race: { trials: 40, starts: 'own', seeds: 3, seed: 7 },
    ground: true,
  };

  it('come back from a link as they were', () => {
    const { scene, problems } = readScene({ view: 'maps', maps });
    expect(problems).toEqual([]);
    expect(scene.maps).toEqual(maps);
    // All that maps can hold is in the example.
    expect(Object.keys(maps).sort()).toEqual(Object.keys(mapsSchema.entries).sort());
    expect(readScene(decodeLink(encodeLink(scene))).scene).toEqual(scene);
    expect(readScene({}).scene).not.toHaveProperty('maps');
    expect(readScene({ maps: null }, scene).scene).not.toHaveProperty('maps');
  });

  it('take the range of the slider where none is given', () => {
    const { scene } = readScene({ maps: { optimizer: 'adam', x: { name: 'beta2' } } });
    expect(scene.maps?.x).toEqual({ name: 'beta2', from: 0, to: 0.9999, scale: 'decay' });
  });

  it.each([
    [{ kind: 'basin' }, 'maps.kind'],
    [{ x: { name: 'mu' }, optimizer: 'adam' }, 'maps.x.name'],
    [{ x: { name: 'lr', from: 2, to: 1 } }, 'maps.x'],
    [{ y: { name: 'lr', from: 0, to: 1 } }, 'maps.y'],
    [{ area: [1, 0, 0, 1] }, 'maps.area'],
    [{ steps: 0 }, 'maps.steps'],
    [{ trials: 'all' }, 'maps.trials'],
    [{ hue: 1 }, 'maps.hue'],
  ])('%j is told and left out', (given, field) => {
    const found = sentences({ maps: given });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(field);
  });

  it('fall back on axes that the optimizer has', () => {
    const scene: Scene = {
      ...initialScene(),
      maps: { optimizer: 'sgd', x: { name: 'beta1', from: 0, to: 0.9, scale: 'decay' } },
    };
    expect(chosenMaps(scene).axes.map(({ name }) => name)).toEqual(['lr', 'start.x']);
  });
});

describe('taking a pixel over', () => {
  it.each([
    ['adam', {}],
    ['momentum', {}],
    ['rmsprop', {}],
    ['adam', { tolerance: 0.3 }],
  ])('%s, %j: the playground then has the class and the steps of the map', (id, settings) => {
    const scene: Scene = {
      ...initialScene('rosenbrock'),
      steps: 80,
      maps: { kind: 'hyper', optimizer: id, ...settings },
    };
    const maps = chosenMaps(scene);
    const runner = runnerOf(scene, id);
    const plan = planOf(scene, runner, { axes: maps.axes, size: [6, 6], steps: 80, tolerance: maps.tolerance });
    const cells = sweep(plan);
    for (const at of [0, 8, 21, 35]) {
      const place = { across: ((at % 6) + 0.5) / 6, up: (Math.floor(at / 6) + 0.5) / 6 };
      const values = [valueOn(maps.axes[0], place.across), valueOn(maps.axes[1], place.up)] as const;
      const taken = withSettings(id, maps.axes, values, 80)(scene);
      const run = simulate(id, settingsOf(taken, runnerOf(taken, id)));
      expect(run.at).toBe(cells.steps[at]);
      expect(runAt(scene, runner, maps, maps.axes, place).at).toBe(run.at);
      const name = classes[cells.class[at] as number] as string;
      expect(run.status === 'budget' ? ['slow', 'oscillating'] : [run.status]).toContain(name);
    }
  });

  it('takes a start, and the steps of the map', () => {
    expect(withStartAt(0.5, -1, 77)(initialScene())).toMatchObject({ start: [0.5, -1], steps: 77 });
  });
});

describe('the analytic boundary', () => {
  it('is where momentum on a quadratic becomes unstable', () => {
    const scene: Scene = { ...initialScene('bowl'), maps: { kind: 'hyper', optimizer: 'momentum' } };
    const { axes } = chosenMaps(scene);
    const points = boundaryOf(scene, runnerOf(scene, 'momentum'), axes);
    expect(points).toHaveLength(201);
    for (const [across, up] of points) expect(valueOn(axes[0], across)).toBeCloseTo(1 + valueOn(axes[1], up), 8);
  });

  it('is not drawn where the surface is no quadratic, or the rule states none', () => {
    const drawn = (surface: 'rosenbrock' | 'bowl', id: string): number => {
      const scene: Scene = { ...initialScene(surface), maps: { kind: 'hyper', optimizer: id } };
      return boundaryOf(scene, runnerOf(scene, id), chosenMaps(scene).axes).length;
    };
    expect(drawn('rosenbrock', 'momentum')).toBe(0);
    expect(drawn('bowl', 'adam')).toBe(0);
  });
});

describe('where the analytic boundary', () => {
  const drawn = (surface: 'bowl' | 'saddle', changes: Partial<Scene> = {}, y = 'mu') => {
    const whole: Scene = { ...initialScene(surface), maps: { kind: 'hyper', optimizer: 'momentum' }, ...changes };
    const runner = runnerOf(whole, 'momentum');
    const axes = [usualAxis(whole, runner, 'lr'), usualAxis(whole, runner, y)] as const;
    return boundaryOf(whole, runner, axes);
  };
  const typed = (formula: string) => ({
    surface: { formula, params: {}, domain: [-1, 1, -1, 1] as [number, number, number, number] },
  });
  const change = (id: string) => ({ interventions: [{ step: 5, id, name: 'mu', value: 0 }] });

  it.each([
    ['the surface curves down one way', drawn('saddle')],
    ['lr warms up', drawn('bowl', { schedule: { kind: 'constant', warmup: 50 } })],
    ['lr decays', drawn('bowl', { schedule: { kind: 'inverse', rate: 0.1 } })],
    ['the optimizer is changed on the way', drawn('bowl', change('momentum'))],
    [
      'the surface is another at every place',
      drawn('bowl', { surface: { id: 'ravine', params: { condition: 25, rotation: 0 } } }, 'surface.condition'),
    ],
  ])('does not hold, it is not drawn: %s', (_, points) => {
    expect(points).toEqual([]);
  });

  it.each([
    ['a valley that is flat one way', drawn('bowl', typed('x^2'))],
    ['another optimizer that is changed on the way', drawn('bowl', change('adam'))],
    ['an axis without influence', drawn('bowl', {}, 'start.x')],
  ])('holds, it is drawn all the way: %s', (_, points) => {
    expect(points).toHaveLength(201);
  });

  it('does not depend on the other axis, it is straight', () => {
    expect(new Set(drawn('bowl', {}, 'start.x').map(([across]) => across)).size).toBe(1);
  });
});

describe('colours', () => {
  it('are lighter the sooner a run arrives, and transparent where none was made', () => {
    const painter = byArrival(cellsOf(['converged', 'converged', 'slow'], [1, 90, 100]), 100, 'dark');
    const lightness = (pixel: number): number => (pixel & 255) + ((pixel >> 8) & 255) + ((pixel >> 16) & 255);
    expect(lightness(painter(0))).toBeGreaterThan(lightness(painter(1)));
    expect(lightness(painter(1))).toBeGreaterThan(lightness(painter(2)));
    expect(byArrival(emptyCells(1), 100, 'dark')(0)).toBe(0);
  });

  it('tell losses apart and put what diverged outside of the scale', () => {
    const cells = cellsOf(['slow', 'slow', 'diverged'], [1, 1000, 1]);
    const share = lossScale(cells, 0);
    expect([1, 10, 1000].map(share)).toEqual([0, expect.closeTo(1 / 3, 12), 1]);
    const painter = bySettings(cells, 'loss', { steps: 1000, share }, 'light');
    expect(new Set([0, 1, 2].map(painter)).size).toBe(3);
  });

  it.each([
    ['saddle', 'x^2 - y^2', 'momentum'],
    ['lowered bowl', 'x^2 + y^2 - 100', 'adam'],
  ])('tell losses below 0 apart where the least is not known: %s', (_, formula, id) => {
    const surface = { formula, params: {}, domain: [-2, 2, -2, 2] as [number, number, number, number] };
    const scene: Scene = { ...initialScene('saddle'), surface, maps: { kind: 'hyper', optimizer: id } };
    const { axes, steps, tolerance } = chosenMaps(scene);
    const cells = sweep(planOf(scene, runnerOf(scene, id), { axes, size: [24, 24], steps, tolerance }));
    const painter = bySettings(cells, 'loss', { steps, share: lossScale(cells, floorOf(scene)) }, 'dark');
    const negative = [...cells.loss.keys()].filter((at) => (cells.loss[at] as number) < 0 && cells.class[at] !== classes.indexOf('diverged')); // prettier-ignore
    expect(negative.length).toBeGreaterThan(30);
    expect(new Set(negative.map(painter)).size).toBeGreaterThan(20);
    // Lower is never painted higher.
    const share = lossScale(cells, floorOf(scene));
    const shares = [...cells.loss].filter(Number.isFinite).sort((a, b) => a - b).map(share); // prettier-ignore
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('puts the lowest row last', () => {
    const pixels = new Uint32Array(4);
    paint(pixels, [2, 2], (at) => at);
    expect([...pixels]).toEqual([2, 3, 0, 1]);
  });
});

describe('who wins', () => {
  it('counts gradient evaluations, not steps', () => {
    const [one, two] = [cellsOf(['converged', 'slow'], [10, 50]), cellsOf(['converged', 'slow'], [8, 50])];
    const all = [
      { cells: one, evaluations: 1 },
      { cells: two, evaluations: 2 },
    ];
    expect(winnerAt(all, 0)).toBe(0);
    expect(winnerAt(all, 1)).toBe(-1);
    expect(winnerAt([{ cells: emptyCells(1), evaluations: 1 }], 0)).toBe(-2);
  });
});

describe('the probe', () => {
  it('that goes on takes back what was said of its place before', () => {
    setProbe({ across: 0.25, up: 0.5 });
    sayOfMaps('taken over');
    setProbe({ across: 0.25, up: 0.5 });
    expect(probeStore.getState().said).toBe('taken over');
    setProbe({ across: 0.5, up: 0.5 });
    expect(probeStore.getState()).toEqual({ probe: { across: 0.5, up: 0.5 }, said: '' });
    sayOfMaps('taken over');
    setProbe(null);
    expect(probeStore.getState()).toEqual({ probe: null, said: '' });
  });
});

describe('the rest', () => {
  it('writes one row per run that has been made', () => {
    const scene: Scene = { ...initialScene('himmelblau'), steps: 5 };
    const maps = chosenMaps(scene);
    const plan = planOf(scene, runnerOf(scene, 'sgd'), { axes: maps.area, size: [3, 2], steps: 5, tolerance: 0.005 });
    const lines = csvOf({ sgd: { plan, cells: sweep(plan), made: Uint8Array.of(1, 1, 1, 1, 0, 1) } })
      .trim()
      .split('\n');
    // One of the six has not been made.
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('map,across,x,up,y,class,steps,minimum,loss');
    const [x, y] = plan.axes.map((axis, i) => valuesOn(axis, plan.size[i] as number)[0]);
    expect(lines[1]).toContain(`sgd,start.x,${x},start.y,${y},`);
  });

  it('writes all runs as JSON, without what is not a number', () => {
    const scene: Scene = { ...initialScene('beale'), steps: 60 };
    const maps = chosenMaps(scene);
    const plan = planOf(scene, runnerOf(scene, 'sgd'), { axes: maps.area, size: [4, 3], steps: 60, tolerance: 0.005 });
    const cells = sweep(plan);
    const made = new Uint8Array(12).fill(1);
    const read = JSON.parse(jsonOf({ sgd: { plan, cells, made } }));
    expect(read.classes).toEqual(classes);
    expect(read.maps[0]).toMatchObject({ name: 'sgd', size: [4, 3], steps: 60, axes: plan.axes });
    expect(read.maps[0].cells.class).toEqual([...cells.class]);
    expect(read.maps[0].cells.loss).toEqual([...cells.loss].map((loss) => (Number.isFinite(loss) ? loss : null)));
    made[7] = 0;
    const part = JSON.parse(jsonOf({ sgd: { plan, cells, made } }));
    expect(part.maps[0].cells.steps).toEqual([...cells.steps].map((steps, at) => (at === 7 ? null : steps)));
  });

  it('knows where float32 runs out', () => {
    const axis = { name: 'start.x', from: -5, to: 5, scale: 'linear' } as const;
    expect(needsDouble(axis, 512)).toBe(false);
    expect(needsDouble({ ...axis, from: 3, to: 3.0001 }, 512)).toBe(true);
    const rates = { name: 'lr', from: 1e-6, to: 10, scale: 'log' } as const;
    expect(needsDouble(rates, 2048)).toBe(false);
    expect(needsDouble({ ...rates, from: 0.02, to: 0.02000001 }, 320)).toBe(true);
    const decay = { name: 'beta2', from: 0, to: 0.9999, scale: 'decay' } as const;
    expect(needsDouble(decay, 1024)).toBe(false);
    expect(needsDouble({ ...decay, from: 0.999, to: 0.9990001 }, 64)).toBe(true);
  });

  it.each([
    [{ name: 'lr', from: 1e-4, to: 1, scale: 'log' } as const, ['1e−4', '0.001', '0.01', '0.1', '1']],
    [{ name: 'mu', from: 0, to: 0.999, scale: 'decay' } as const, ['0', '0.5', '0.9', '0.99', '0.999']],
    [{ name: 'start.x', from: -2, to: 2, scale: 'linear' } as const, ['−2', '−1', '0', '1', '2']],
  ])('%j has round numbers', (axis, labels) => {
    expect(ticksOf(axis, 5).map(({ label }) => label)).toEqual(labels);
  });
});
