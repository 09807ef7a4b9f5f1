import { batchesOf } from '../engine/batch.ts';
import { pointsOf, type Point } from '../engine/points.ts';
import type { Settings } from '../engine/simulate.ts';
import { settledWithin } from '../engine/status.ts';
import { interventionsOf } from './interventions.ts';
import { lrProgram, muProgram } from './programs.ts';
import { formulaIn, hyperOf, ruleIn } from './rule.ts';
import type { Runner, Scene, SceneSurface } from './schema.ts';
import { surfaceIn } from './surface.ts';

const known = new WeakMap<SceneSurface, readonly Point[] | undefined>();

const minimaIn = (scene: Scene): readonly Point[] | undefined => {
  if (known.has(scene.surface)) return known.get(scene.surface);
  const { isStated, minima, values } = surfaceIn(scene);
  const points = isStated ? pointsOf(minima, values) : undefined;
  known.set(scene.surface, points);
  return points;
};

/** An optimizer's rule with the values of its hyperparameters besides lr and mu. */
export function learningRule(runner: Runner): Settings['rule'] {
  const { state, hyper } = ruleIn(runner);
  const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
  return {
    formula: formulaIn(runner),
    state,
    hyper: own,
    values: Object.fromEntries(own.map((name) => [name, hyperOf(runner, name)])),
  };
}

/** How near to a minimum a run has to stay in this scene, on maps as elsewhere, as a share of the domain's diagonal. */
export const toleranceIn = ({ maps }: Scene): number => Math.min(maps?.tolerance ?? settledWithin, 0.5);

/** Everything that the run of one optimizer of a scene depends on. */
export function settingsOf(scene: Scene, runner: Runner): Settings {
  const { formula, values, domain, samples } = surfaceIn(scene);
  const batch = samples && scene.batch !== undefined ? { batch: batchesOf(samples, scene.batch) } : {};
  const { hyper } = ruleIn(runner);
  const interventions = interventionsOf(scene, runner);
  const tolerance = toleranceIn(scene);
  return {
    loss: { formula, params: Object.keys(values), values, ...batch },
    rule: learningRule(runner),
    lr: hyperOf(runner, 'lr'),
    mu: 'mu' in hyper ? hyperOf(runner, 'mu') : 0,
    schedule: lrProgram(scene.schedule),
    muSchedule: muProgram(scene.muSchedule),
    start: scene.start,
    steps: scene.steps,
    seed: scene.seed,
    noise: scene.noise,
    domain,
    minima: minimaIn(scene),
    ...(tolerance !== settledWithin ? { tolerance } : {}),
    ...(interventions.length > 0 ? { interventions } : {}),
  };
}

/** The optimizers that take part, in the scene's order. */
export const runnersIn = (scene: Scene): Runner[] => scene.optimizers.filter(({ off }) => off !== true);

/** The optimizer that is shown alone; undefined where none is, or where it takes no part. */
export const soloIn = (scene: Scene): Runner | undefined => runnersIn(scene).find(({ id }) => id === scene.solo);
