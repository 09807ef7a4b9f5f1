import type { Run } from '../engine/run.ts';
import type { Settings } from '../engine/simulate.ts';
import type { Runner, Scene } from './schema.ts';
import { runnersIn, settingsOf } from './settings.ts';

/**
 * What differs in a ghost: nobody intervened, the rule has another of its forms, or the seed is that of one of the runs
 * by which a fan is told.
 */
export type GhostKind = 'untouched' | 'variant' | 'low' | 'median' | 'high';

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

/** The ghosts that are shown: those of the runs that are. */
export const shownGhosts = (ghosts: readonly Ghost[], shown: readonly Run[]): readonly Ghost[] =>
  ghosts.filter(({ id }) => shown.some((run) => run.id === id));
