import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/answer.ts';
import type { Run } from '../../src/engine/run.ts';
import { withSurface } from '../../src/state/initial.ts';
import {
  changedRows,
  interventionsIn,
  valueAfter,
  valueBefore,
  withFork,
  withIntervention,
  withInterventionAt,
  withMove,
  withoutIntervention,
  withSwitched,
} from '../../src/state/interventions.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { runsStore } from '../../src/state/runs.ts';
import { initialScene, readScene, type Runner, type Scene, type SceneIntervention } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { simulations } from '../../src/state/simulations.ts';
import { change, sceneStore, undo } from '../../src/state/store.ts';
import { without, withName } from '../../src/ui/editor/recipes.ts';

const adam = (step: number, name: string, value: number): SceneIntervention => ({ step, id: 'adam', name, value });
const scene: Scene = {
  ...initialScene(),
  interventions: [adam(50, 'lr', 0.1), adam(80, 'beta1', 0.5), { step: 80, id: 'momentum', name: 'mu', value: 0.99 }],
};
const runner = (of: Scene, id: string): Runner => of.optimizers.find((each) => each.id === id) as Runner;
const runOf = (of: Scene, id: string): Run =>
  simulations()
    .of(of)
    .runs.find((each) => each.id === id) as Run;
const told = (interventions: unknown, more: object = {}): string[] =>
  readScene({ interventions, ...more }).problems.map((problem) => problem.sentence('en'));

describe('interventions in a scene', () => {
  it('reach the run of their optimizer, and of no other', () => {
    expect(settingsOf(scene, runner(scene, 'adam')).interventions).toEqual([
      { step: 50, name: 'lr', value: 0.1 },
      { step: 80, name: 'beta1', value: 0.5 },
    ]);
    expect(settingsOf(scene, runner(scene, 'sgd'))).toEqual(settingsOf(initialScene(), runner(scene, 'sgd')));
    expect(settingsOf(scene, runner(scene, 'sgd'))).not.toHaveProperty('interventions');
  });

  it('leave everything before them as it is, to the bit, and what is changed as a column', () => {
    const [changed, plain] = [runOf(scene, 'adam'), runOf(initialScene(), 'adam')];
    for (const name of ['x', 'y', 'loss', 'gx', 'gy', 'm.x', 'v.y'])
      expect(changed.columns[name]?.subarray(0, 51), name).toEqual(plain.columns[name]?.subarray(0, 51));
    expect(changed.columns['x']?.[51]).not.toBe(plain.columns['x']?.[51]);
    expect([49, 50].map((row) => changed.columns['lr']?.[row])).toEqual([plain.columns['lr']?.[49], 0.1]);
    expect([79, 80].map((row) => changed.columns['beta1']?.[row])).toEqual([0.9, 0.5]);
    expect(plain.columns).not.toHaveProperty('beta1');
  });

  it('restore the run when they are taken away, to the bit', () => {
    const { interventions: _, ...without } = scene;
    expect(simulations().of(without).runs).toEqual(simulations().of(initialScene()).runs);
    const kept = simulations();
    const before = kept.of(initialScene()).runs.map((run) => structuredClone(run));
    kept.of(scene);
    expect(kept.of(initialScene()).runs).toEqual(before);
  });

  it('restore the run when they are switched off, to the bit, and change it again when they are on', () => {
    const off = [
      { step: 50, id: 'adam', name: 'lr' },
      { step: 80, id: 'adam', name: 'beta1' },
      { step: 80, id: 'momentum', name: 'mu' },
    ].reduce((now, spot) => withSwitched(spot, false)(now), scene);
    expect(off.interventions?.map((each) => each.off)).toEqual([true, true, true]);
    expect(simulations().of(off).runs).toEqual(simulations().of(initialScene()).runs);
    expect(settingsOf(off, runner(off, 'adam'))).toEqual(settingsOf(initialScene(), runner(scene, 'adam')));
    expect([changedRows(off, 'adam'), valueAfter(off, runner(off, 'adam'), 'lr', 60)]).toEqual([
      [],
      runner(scene, 'adam').lr,
    ]);
    const { scene: back, problems } = readScene(decodeLink(encodeLink({ ...off, fork: true })));
    expect([back, problems]).toEqual([{ ...off, fork: true }, []]);
    expect(simulations().of(back).ghosts).toEqual([]);
    const one = withSwitched({ step: 50, id: 'adam', name: 'lr' }, true)(off);
    expect(one.interventions?.[0]).toEqual(adam(50, 'lr', 0.1));
    expect(settingsOf(one, runner(one, 'adam')).interventions).toEqual([{ step: 50, name: 'lr', value: 0.1 }]);
    const all = one.interventions?.reduce((now, spot) => withSwitched(spot, true)(now), one);
    expect(all).toEqual(scene);
  });

  it('keep being off when they are moved, and are on where a hand sets a value there', () => {
    const spot = { step: 50, id: 'adam', name: 'lr' };
    const off = withSwitched(spot, false)(scene);
    const moved = withInterventionAt(spot, 60)(off);
    expect(moved.interventions?.[0]).toEqual({ ...adam(60, 'lr', 0.1), off: true });
    expect(withMove(adam(60, 'lr', 0.3))(moved).interventions?.[0]).toEqual(adam(60, 'lr', 0.3));
  });

  it('are read with and without being off, which is yes or no', () => {
    const read = (off: unknown) => readScene({ interventions: [{ ...adam(50, 'lr', 0.1), off }] });
    expect(read(false).scene.interventions).toEqual([adam(50, 'lr', 0.1)]);
    expect(read(true).scene.interventions).toEqual([{ ...adam(50, 'lr', 0.1), off: true }]);
    expect(read('maybe').problems.map((found) => found.sentence('en'))).toEqual([
      expect.stringContaining('interventions[0].off'),
    ]);
  });

  it('survive the link and JSON', () => {
    const { scene: back, problems } = readScene(decodeLink(encodeLink({ ...scene, fork: true })));
    expect(problems).toEqual([]);
    expect(back).toEqual({ ...scene, fork: true });
    expect(readScene(JSON.parse(JSON.stringify(scene))).scene).toEqual(scene);
  });

  it('reach the command line: JSON and CSV have the columns', () => {
    const ask = (format: 'json' | 'csv') => answer({ text: JSON.stringify(scene), format, language: 'en' });
    const json = JSON.parse(ask('json').output) as { runs: { id: string; columns: Record<string, number[]> }[] };
    const expected = runOf(scene, 'adam').columns;
    const found = json.runs.find(({ id }) => id === 'adam')?.columns;
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([name, column]) => [name, [...column]])));
    const [head = '', ...rows] = ask('csv').output.split('\n');
    const at = head.split(',').indexOf('beta1');
    const cell = (step: number): string | undefined =>
      rows.map((row) => row.split(',')).find(([id, , , s]) => id === 'adam' && s === String(step))?.[at];
    expect([79, 80].map(cell)).toEqual(['0.9', '0.5']);
  });

  it('are read in the order of their steps, 256 at most, each spot once', () => {
    const list = [adam(90, 'lr', 0.2), adam(10, 'lr', 0.1)];
    expect(interventionsIn(readScene({ interventions: list }).scene)).toEqual([list[1], list[0]]);
    const many = Array.from({ length: 1_000_000 }, (_, i) => adam(1 + (i % 300), 'lr', 0.1));
    expect(told(many)).toEqual([
      'interventions[256]: expected a list of at most 256 interventions, found a list of 1000000',
    ]);
    expect(interventionsIn(readScene({ interventions: many }).scene)).toHaveLength(256);
    expect(told([adam(5, 'lr', 0.1), adam(5, 'lr', 0.2)])).toEqual([
      'interventions[1]: there is another value of lr of adam at step 5; the first one is used',
    ]);
  });

  it.each([
    ['an unknown optimizer', { ...adam(5, 'lr', 1), id: 'lion' }, '.id: expected one of sgd, momentum, nesterov, adagrad, rmsprop, adam, found "lion"'], // prettier-ignore
    ['an unknown name', adam(5, 'mu', 1), '.name: expected one of lr, beta1, beta2, eps, found "mu"'],
    ['what every object has', adam(5, 'toString', 1), '.name: expected one of lr, beta1, beta2, eps, found "toString"'],
    ['no value', adam(5, 'lr', NaN), '.value: expected a finite number of at least 0, found NaN'],
    ['a value below the least', adam(5, 'lr', -1), '.value: expected a finite number of at least 0, found -1'],
    ['the start', adam(0, 'lr', 1), '.step: expected a whole number from 1 to 19999, found 0'],
    ['half a step', adam(1.5, 'lr', 1), '.step: expected a whole number from 1 to 19999, found 1.5'],
    ['nothing', null, ': expected an object, found null'],
    ['a field too many', { ...adam(5, 'lr', 1), from: 2 }, '.from: this field is not known here and is left out; known are step, id, name, value, off'], // prettier-ignore
  ])('say what is wrong: %s', (_, item, sentence) => {
    const { scene: read } = readScene({ interventions: [item, adam(9, 'lr', 0.3)] });
    expect(told([item, adam(9, 'lr', 0.3)])).toEqual([`interventions[0]${sentence}`]);
    expect(interventionsIn(read)).toContainEqual(adam(9, 'lr', 0.3));
  });

  it('say so where they are no list, and where they come after the end', () => {
    expect(told(7)).toEqual(['interventions: expected a list of at most 256 interventions, found 7']);
    const late = { interventions: [adam(50, 'lr', 0.1)], steps: 50 };
    expect(told(late.interventions, late)).toEqual([
      'interventions[0].step: step 50 is not before the last of 50 steps; it is kept, and does nothing until there are more',
    ]);
    const { scene: read } = readScene(late);
    expect(interventionsIn(read)).toEqual(late.interventions);
    expect(settingsOf(read, runner(read, 'adam'))).not.toHaveProperty('interventions');
    expect(settingsOf({ ...read, steps: 51 }, runner(read, 'adam'))).toHaveProperty('interventions');
  });

  it('stay when part of a scene is laid over, and go with null', () => {
    expect(readScene({ steps: 90 }, scene).scene.interventions).toEqual(scene.interventions);
    expect(readScene({ interventions: null }, scene).scene).not.toHaveProperty('interventions');
    const left = readScene({ optimizers: [{ id: 'momentum' }] }, scene);
    expect(left.problems).toEqual([]);
    expect(left.scene.interventions).toEqual([{ step: 80, id: 'momentum', name: 'mu', value: 0.99 }]);
  });

  it('go to another surface, but for the rates that it suggests itself', () => {
    expect(withSurface(scene, 'bowl').interventions).toEqual(scene.interventions?.slice(1));
    const { interventions: _, ...none } = scene;
    expect(withSurface({ ...none, interventions: [adam(5, 'lr', 1)] }, 'bowl')).not.toHaveProperty('interventions');
  });

  it('follow a typed rule when its name changes, and go with it', () => {
    const mine = { id: 'mine', rule: 'x = x - lr*g', lr: 0.01 };
    const typed = readScene({ optimizers: [mine], interventions: [{ step: 3, id: 'mine', name: 'lr', value: 0 }] });
    expect(typed.problems).toEqual([]);
    const renamed = withName('mine', 'yours')(typed.scene);
    expect(renamed.interventions).toEqual([{ step: 3, id: 'yours', name: 'lr', value: 0 }]);
    expect(without('yours')(renamed)).not.toHaveProperty('interventions');
    expect(runOf(typed.scene, 'mine').columns['x']?.[4]).toBe(runOf(typed.scene, 'mine').columns['x']?.[3]);
  });
});

describe('an intervention', () => {
  it('replaces the one at its spot, and can be moved and taken away', () => {
    const add = (of: Scene, ...list: SceneIntervention[]): Scene =>
      list.reduce((before, one) => withIntervention(one)(before), of);
    const made = add(initialScene(), adam(60, 'lr', 0.3), adam(20, 'lr', 0.2), adam(60, 'lr', 0.4));
    expect(made.interventions).toEqual([adam(20, 'lr', 0.2), adam(60, 'lr', 0.4)]);
    const moved = withInterventionAt(adam(20, 'lr', 0), 70)(made);
    expect(moved.interventions).toEqual([adam(60, 'lr', 0.4), adam(70, 'lr', 0.2)]);
    expect(withInterventionAt(adam(20, 'lr', 0), 60)(made).interventions).toEqual([adam(60, 'lr', 0.2)]);
    expect(withoutIntervention(adam(60, 'lr', 0))(withoutIntervention(adam(20, 'lr', 0))(made))).toEqual(
      initialScene(),
    );
    const full = add(initialScene(), ...Array.from({ length: 256 }, (_, i) => adam(i + 1, 'lr', 0.1)));
    expect(withIntervention(adam(300, 'lr', 1))(full)).toBe(full);
    expect(withIntervention(adam(256, 'lr', 1))(full).interventions?.at(-1)).toEqual(adam(256, 'lr', 1));
  });

  it('sets the value that holds from its step on, and ends the one before', () => {
    const [of, base] = [runner(scene, 'adam'), runner(scene, 'adam').lr];
    expect([0, 49, 50, 51, 400].map((step) => valueAfter(scene, of, 'lr', step))).toEqual([base, base, 0.1, 0.1, 0.1]);
    expect(valueBefore(scene, adam(50, 'lr', 0.1))).toBe(base);
    expect(valueBefore(withIntervention(adam(60, 'lr', 0.2))(scene), adam(60, 'lr', 0.2))).toBe(0.1);
  });
});

describe('a fork', () => {
  beforeEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

  it('keeps the untouched run of every optimizer that was intervened in', () => {
    const untouched = runsStore.getState().runs;
    change(() => scene);
    expect(runsStore.getState().ghosts).toEqual([]);
    change(withFork(true));
    const { ghosts } = runsStore.getState();
    expect(ghosts.map(({ id, kind }) => [id, kind])).toEqual([
      ['momentum', 'untouched'],
      ['adam', 'untouched'],
    ]);
    for (const { id, run } of ghosts) expect(run).toEqual(untouched.find((each) => each.id === id));
    undo();
    expect(runsStore.getState().ghosts).toEqual([]);
    change(withFork(false));
    expect(sceneStore.getState().scene).toEqual(scene);
  });
});
