import { type SurfaceId, surfaceOf } from '../../surfaces/catalog.ts';
import type { Surface } from '../../surfaces/surface.ts';
import { fieldOf } from '../engine/field.ts';
import type { Run } from '../engine/run.ts';
import { type Settings, simulate } from '../engine/simulate.ts';
import { randomSearch } from '../engine/tune.ts';
import type { RuleId } from '../optimizers/catalog.ts';
import { initialRunner, initialScene } from '../state/scene.ts';
import { settingsOf } from '../state/settings.ts';

/** Where rates are looked for, and the budget: the same for every rule on every surface. */
const axes = { lr: { min: 1e-6, max: 10, scale: 'log', digits: 2 } } as const;
const withinFactor3 = Math.log10(9) / 7;
const stages = [
  { trials: 64, span: 1 },
  { trials: 32, span: withinFactor3 },
];
const seed = 1;

/** Nearer than this to the least loss is as good as there. */
const there = 1e-12;

/** As a share of the domain's sides. */
const longestStep = 0.1;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

/** The path in coordinates in which the domain is the unit square. */
function pathOf({ columns }: Run, { domain: [x0, x1, y0, y1] }: Surface): { x: number; y: number }[] {
  const y = columns['y'] as Float64Array;
  return Array.from(columns['x'] as Float64Array, (x, row) => ({
    x: (x - x0) / (x1 - x0),
    y: ((y[row] as number) - y0) / (y1 - y0),
  }));
}

const isInside = (at: number): boolean => at >= 0 && at <= 1;

/** Whether an eye can follow the run: it stays on the map, and no step is longer than a tenth of the map's sides. */
function isWatchable(run: Run, surface: Surface): boolean {
  const path = pathOf(run, surface);
  return path.every(({ x, y }, row) => {
    const before = path[Math.max(0, row - 1)] as { x: number; y: number };
    return isInside(x) && isInside(y) && Math.max(Math.abs(x - before.x), Math.abs(y - before.y)) <= longestStep;
  });
}

/** log10 of how far the loss is above the least, averaged over the run: low for a run that gets deep, and soon. */
function slowness(run: Run, surface: Surface, least: number): number {
  if (run.steps < surface.steps || !isWatchable(run, surface)) return Infinity;
  return mean(Array.from(run.columns['loss'] as Float64Array, (loss) => Math.log10(Math.max(0, loss - least) + there)));
}

/** How far from half-time a run leaves the domain, as a share of its steps; 1 where it never does. */
function mistiming(run: Run, surface: Surface): number {
  const left = pathOf(run, surface).findIndex(({ x, y }) => !isInside(x) || !isInside(y));
  return left < 0 ? 1 : Math.abs(left / surface.steps - 0.5);
}

/** The settings of a rule with its defaults on a surface with its defaults, from one start; lr is still to be chosen. */
const settingsFrom = (id: SurfaceId, rule: RuleId, [x, y]: readonly [number, number]): Settings => {
  const scene = initialScene(id);
  return settingsOf({ ...scene, start: [x, y] }, initialRunner(rule, scene.surface));
};

/**
 * How badly a rule does on a surface with a rate: the mean over the surface's starts, at its own number of steps. Where it
 * has minima, of log10(loss − least) over the run; a run that cannot be watched, as it leaves the map or leaps across it, is the
 * worst there is. Where it has none, of how far from half-time the run leaves the map: soon enough to be seen, late enough to
 * be watched.
 */
function badness(id: SurfaceId, rule: RuleId): (values: { readonly lr: number }) => number {
  const surface = surfaceOf(id);
  const settings = surface.starts.map((start) => settingsFrom(id, rule, start));
  const field = fieldOf(surface.formula, Object.keys(surface.params));
  const least = Math.min(
    ...(settings[0]?.minima ?? []).map(({ x, y }) => field.at(settings[0]?.loss.values ?? {}, x, y).loss),
  );
  return ({ lr }) =>
    mean(
      settings.map((setting) => {
        const run = simulate(rule, { ...setting, lr });
        return surface.minima.length > 0 ? slowness(run, surface, least) : mistiming(run, surface);
      }),
    );
}

/**
 * The rate that a seeded random search suggests for a rule on a surface, with two significant digits. Throws where the budget
 * finds none with which every run can be watched.
 */
export function suggest(id: SurfaceId, rule: RuleId): number {
  const { best } = randomSearch({ axes, stages, seed, objective: badness(id, rule) });
  if (best.score === Infinity)
    throw new Error(`no watchable rate for ${rule} on ${id}: bring its starts nearer to the valley`);
  return best.values.lr;
}
