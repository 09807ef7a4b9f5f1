import { beforeEach, describe, expect, it } from 'vitest';
import { difference } from '../../src/engine/difference.ts';
import type { Run } from '../../src/engine/run.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { formDifference, type FormDifference } from '../../src/state/forms.ts';
import { type Ghost, recordedIn, shownGhosts } from '../../src/state/ghosts.ts';
import { ruleIn } from '../../src/state/rule.ts';
import { runsStore, shownRuns } from '../../src/state/runs.ts';
import { initialScene, readScene, type Runner, type Scene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { stats } from '../../src/state/stats.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { chosenFor } from '../../src/ui/chart/chosen.ts';
import { aligned, plotOf } from '../../src/ui/chart/series.ts';
import { ghostLines } from '../../src/ui/contour/ghostLines.ts';
import { markersOf } from '../../src/ui/contour/markersOf.ts';
import { withOverlay } from '../../src/ui/panel/recipes.ts';

const plane = { domain: [-2, 2, -1, 3], left: 0, top: 0, width: 400, height: 400 } as const;
const withRunner = (scene: Scene, values: Partial<Runner> & { id: string }): Scene => ({
  ...scene,
  optimizers: scene.optimizers.map((runner) =>
    runner.id === values.id ? { ...runner, ...values } : runner,
  ) as Runner[],
});
const ghosts = (): readonly Ghost[] => runsStore.getState().ghosts;

describe('a recorded path', () => {
  const points = [
    [0, 0],
    [0.5, 1],
    [1, 1],
  ];
  const surface = { formula: 'x^2 + y^2', params: {}, domain: [-2, 2, -1, 3] };
  const { scene, problems } = readScene({
    surface: { ...surface, recorded: { kept: 0.9, paths: [{ id: 'adam', points }] } },
  });

  it('has the points that were recorded, and is drawn as a whole under its optimizer’s path', () => {
    expect(problems).toEqual([]);
    const recorded = recordedIn(scene);
    expect(recordedIn(scene)[0]).toBe(recorded[0]);
    expect([...(recorded[0]?.run.columns['y'] ?? [])]).toEqual([0, 1, 1]);
    const { runs } = simulations().of(scene);
    const markers = markersOf(scene, runs, plane, 'dark', 16, null);
    const [line] = ghostLines(recorded, markers, plane);
    expect(line).toMatchObject({ isWhole: true, trail: { steps: 2 } });
    expect(
      shownGhosts(
        recorded,
        runs.filter(({ id }) => id === 'sgd'),
      ),
    ).toEqual([]);
  });

  it('that makes no sense is told, and the surface is kept', () => {
    const wrong = readScene({ surface: { ...surface, recorded: { kept: 2, paths: [] } } });
    expect(wrong.problems.map((found) => found.sentence('en'))[0]).toMatch(
      /^surface\.recorded: expected recorded paths/,
    );
    expect(wrong.scene.surface).toEqual(surface);
  });
});

describe('a ghost', () => {
  beforeEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

  it('is the run of the form that is laid over, to the bit', () => {
    expect(ghosts()).toEqual([]);
    change(withOverlay('momentum', 'pytorch'));
    const { runs } = simulations().of(withRunner(initialScene(), { id: 'momentum', variant: 'pytorch' }));
    expect(ghosts()).toMatchObject([{ id: 'momentum', kind: 'variant' }]);
    expect(ghosts()[0]?.run).toEqual(runs.find(({ id }) => id === 'momentum'));
    change(withOverlay('momentum', undefined));
    expect(ghosts()).toEqual([]);
    expect(sceneStore.getState().scene).toEqual(initialScene());
  });

  it('is kept while nothing changes that it depends on, and changes nothing about the runs', () => {
    const { runs } = runsStore.getState();
    change(withOverlay('momentum', 'pytorch'));
    expect(runsStore.getState().runs).toBe(runs);
    const before = ghosts();
    const count = stats.simulations;
    change((scene) => withRunner(scene, { id: 'adam', lr: 0.3 }));
    expect(ghosts()).toBe(before);
    expect(stats.simulations - count).toBe(1);
  });

  it('is there for an optimizer that takes part, and shown with it', () => {
    change(withOverlay('momentum', 'pytorch'));
    change(withOverlay('adam', 'uncorrected'));
    const { runs } = runsStore.getState();
    const alone = shownRuns({ ...initialScene(), solo: 'adam' }, runs);
    expect(shownGhosts(ghosts(), runs).map(({ id }) => id)).toEqual(['momentum', 'adam']);
    expect(shownGhosts(ghosts(), alone).map(({ id }) => id)).toEqual(['adam']);
    change((scene) => withRunner(scene, { id: 'momentum', off: true }));
    expect(ghosts().map(({ id }) => id)).toEqual(['adam']);
    change((scene) => withRunner(scene, { id: 'adam', variant: 'uncorrected' }));
    expect(ghosts()).toEqual([]);
  });

  it('is drawn below the runs: on the map thinner and in another colour, in the chart before their lines', () => {
    change(withOverlay('nesterov', 'lookahead'));
    const { scene, runs } = runsStore.getState();
    const markers = markersOf(scene, runs, plane, 'dark', 16, null);
    const [line, ...others] = ghostLines(ghosts(), markers, plane);
    const of = markers.find(({ trail }) => trail.id === 'nesterov');
    expect(others).toEqual([]);
    expect(line?.width).toBeLessThan(of?.width as number);
    expect(line?.colour).not.toBe(of?.colour);
    expect(line?.dash).not.toEqual(of?.dash);
    const ghostRuns = ghosts().map(({ run }) => run);
    const plot = plotOf(runs, chosenFor(scene), ghostRuns);
    expect(plot.series).toHaveLength(runs.length);
    expect(aligned(plot)).toHaveLength(1 + 1 + runs.length);
    expect(aligned(plot)[1]).toEqual(plot.ghosts[0]?.heights);
    expect(plot.ghosts[0]?.values).toBe(ghostRuns[0]?.columns['loss']);
  });
});

describe('the form that is laid over', () => {
  it('survives reading, and null takes it away', () => {
    const { scene, problems } = readScene({ optimizers: [{ id: 'momentum', overlay: 'pytorch' }] });
    expect(problems).toEqual([]);
    expect(scene.optimizers[0]?.overlay).toBe('pytorch');
    expect(readScene(JSON.parse(JSON.stringify(scene))).scene).toEqual(scene);
    expect(readScene({ optimizers: [{ id: 'momentum' }] }, scene).scene.optimizers[0]?.overlay).toBe('pytorch');
    const without = readScene({ optimizers: [{ id: 'momentum', overlay: null }] }, scene);
    expect(without.scene.optimizers[0]).not.toHaveProperty('overlay');
  });

  it.each([
    ['momentum', 'sideways', 'optimizers[0].overlay: expected one of default, pytorch, found "sideways"'],
    ['sgd', 5, 'optimizers[0].overlay: expected one of default, found 5'],
  ])('of %s cannot be %j', (id, overlay, sentence) => {
    const { scene, problems } = readScene({ optimizers: [{ id, overlay }] });
    expect(problems.map((each) => each.sentence('en'))).toEqual([sentence]);
    expect(scene.optimizers[0]).not.toHaveProperty('overlay');
  });
});

const way = (...x: number[]) => ({ x: Float64Array.from(x), y: Float64Array.from(x, () => 0) });

describe('the difference of two paths', () => {
  it('is none, rounding, or the step at which they part', () => {
    expect(difference(way(0, 1, 2), way(0, 1, 2), 1)).toEqual({ kind: 'identical', step: -1, largest: 0 });
    const rounded = difference(way(0, 1, 2), way(0, 1 + 2 ** -50, 2), 1);
    expect(rounded).toEqual({ kind: 'rounding', step: -1, largest: 2 ** -50 });
    expect(difference(way(0, 1, 2, 3), way(0, 1, 2.5, 3), 1)).toEqual({ kind: 'parted', step: 2, largest: 0.5 });
    expect(difference(way(0, 1e-8), way(0, 0), 20)).toMatchObject({ kind: 'rounding' });
    expect(difference(way(0, 1e-8), way(0, 0), 5)).toMatchObject({ kind: 'parted', step: 1 });
  });
  it('is where the shorter one ends, if not before', () => {
    expect(difference(way(0, 1), way(0, 1, 2), 1)).toMatchObject({ kind: 'parted', step: 2, largest: 0 });
    expect(difference(way(0, 1), way(0, 2, 2), 1)).toMatchObject({ kind: 'parted', step: 1, largest: 1 });
  });
});

/** The default form of a rule beside another of its forms, on a bowl on which rounding stays rounding. */
function compared(id: string, form: string, change: Partial<Scene> = {}): FormDifference {
  const scene: Scene = { ...initialScene('bowl'), ...change };
  const runOf = (variant: string): Run => {
    const run = simulations()
      .of(withRunner(scene, { id, variant, lr: 0.05 }))
      .runs.find((each) => each.id === id);
    return run as Run;
  };
  const rule = ruleIn(scene.optimizers.find((each) => each.id === id) as Runner);
  return formDifference(rule, { form: 'default', run: runOf('default') }, { form, run: runOf(form) }, 1);
}

const halved = { kind: 'step', factor: 0.5, every: 20 } as const;
const rising = { kind: 'linear', from: 0.5, to: 0.99, over: 30 } as const;

describe('the forms of one rule', () => {
  it('of Momentum take the same path while lr is constant, and part at the first step after it changes', () => {
    expect(compared('momentum', 'pytorch')).toMatchObject({ kind: 'rounding' });
    expect(compared('momentum', 'pytorch', { schedule: halved })).toMatchObject({ kind: 'parted', step: 21 });
  });

  it('of Nesterov are the same path in another variable while mu is constant', () => {
    const constant = compared('nesterov', 'lookahead');
    expect(constant).toMatchObject({ kind: 'parted', step: 1 });
    expect(constant.renamed).toMatchObject({ here: 'x', there: 'x + mu*v' });
    expect(['identical', 'rounding']).toContain(constant.renamed?.difference.kind);
    expect(compared('nesterov', 'lookahead', { schedule: halved }).renamed?.difference.kind).not.toBe('parted');
    const risen = compared('nesterov', 'lookahead', { muSchedule: rising });
    expect(risen.renamed?.difference).toMatchObject({ kind: 'parted', step: 1 });
  });

  it.each(
    rules.flatMap(({ id, variants }) =>
      Object.entries(variants).flatMap(([form, { variable }]) =>
        variable === undefined ? [] : [[id, form, variable] as const],
      ),
    ),
  )('%s %s: %s is what the default form calls x', (id, form, variable) => {
    const { renamed } = compared(id, form);
    expect(renamed).toMatchObject({ here: 'x', there: variable });
    expect(renamed?.difference.kind).not.toBe('parted');
  });
});
