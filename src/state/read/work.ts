import { buildStep } from '../../engine/step.ts';
import { reachable } from '../../formula/graph.ts';
import { isBuiltIn, type Scene } from '../schema.ts';
import { runnersIn, settingsOf } from '../settings.ts';

/** Operations that the runs of a scene from outside may take: a few seconds, so that no link can hang the page. */
const workLimit = 2e8;

/** Operations of one step of every optimizer that takes part. */
const workPerStep = (scene: Scene): number =>
  runnersIn(scene).reduce((sum, runner) => {
    const { loss, rule } = settingsOf(scene, runner);
    const { outputs } = buildStep(loss, rule, scene.noise > 0);
    return sum + reachable(outputs.map(({ node }) => node)).length;
  }, 0);

/** The most steps that a scene from outside may have; the built-in formulas are all cheap enough for any number. */
export function affordableSteps(scene: Scene): number {
  const areBuiltIn = isBuiltIn(scene.surface) && scene.optimizers.every(({ rule }) => rule === undefined);
  return areBuiltIn ? scene.steps : Math.max(1, Math.floor(workLimit / Math.max(1, workPerStep(scene))));
}
