import type { Run } from '../engine/run.ts';
import type { Settings } from '../engine/simulate.ts';
import { isTyped, type Runner, type Scene } from './schema.ts';
import { runnersIn, settingsOf } from './settings.ts';

/**
 * What differs in a ghost: nobody intervened, the rule has another of its forms, the seed is that of one of the runs
 * by which a fan is told, or it is no run on the surface at all but a training that was recorded and projected on it.
 */
export type GhostKind = 'untouched' | 'variant' | 'low' | 'median' | 'high' | 'recorded';

/** A run of one of the scene's optimizers under other circumstances, to compare with. */
export interface Ghost {
  /** Unlike every other ghost's and every optimizer's id. */
  readonly key: string;
  /** The optimizer. */
  readonly id: string;
  readonly kind: GhostKind;
  readonly run: Run;
}

/** A ghost still to be simulated. */
export interface GhostPlan extends Omit<Ghost, 'run'> {
  readonly settings: Settings;
}

const variantOf = (scene: Scene, runner: Runner): GhostPlan[] => {
  const { id, overlay } = runner;
  if (overlay === undefined || overlay === runner.variant) return [];
  return [{ key: `${id} variant`, id, kind: 'variant', settings: settingsOf(scene, { ...runner, variant: overlay }) }];
};

const untouchedOf = (scene: Scene, runner: Runner): GhostPlan[] => {
  const { interventions, ...settings } = settingsOf(scene, runner);
  if (scene.fork !== true || interventions === undefined) return [];
  return [{ key: `${runner.id} untouched`, id: runner.id, kind: 'untouched', settings }];
};

/** The ghosts that a scene asks for, in the order of its optimizers. */
export const ghostsIn = (scene: Scene): GhostPlan[] =>
  runnersIn(scene).flatMap((runner) => [...untouchedOf(scene, runner), ...variantOf(scene, runner)]);

const recordedGhosts = new WeakMap<object, Ghost>();

/** The recorded paths of a scene's surface: each has x and y alone, and is there as a whole at every step. */
export function recordedIn({ surface }: Scene): readonly Ghost[] {
  if (!isTyped(surface) || surface.recorded === undefined) return [];
  return surface.recorded.paths.map((path) => {
    const { id, points } = path;
    const known = recordedGhosts.get(path);
    if (known !== undefined) return known;
    const columns = Object.fromEntries(
      ['x', 'y'].map((name, i) => [name, Float64Array.from(points, (at) => at[i] as number)]),
    );
    const steps = points.length - 1;
    const run: Run = { id, status: 'budget', at: steps, steps, evaluations: 0, minimum: -1, columns };
    const ghost: Ghost = { key: `${id} recorded`, id, kind: 'recorded', run };
    recordedGhosts.set(path, ghost);
    return ghost;
  });
}

/** The ghosts that are shown: those of the runs that are. */
export const shownGhosts = (ghosts: readonly Ghost[], shown: readonly Run[]): readonly Ghost[] =>
  ghosts.filter(({ id }) => shown.some((run) => run.id === id));
