import type { Intervention } from '../engine/interventions.ts';
import { interventionLimit } from './field.ts';
import { hyperOf, ruleIn } from './rule.ts';
import type { Runner, Scene, SceneIntervention } from './schema.ts';

type Recipe = (scene: Scene) => Scene;
/** What an intervention changes, and where: a scene has one such at most. */
export type Spot = Pick<SceneIntervention, 'step' | 'id' | 'name'>;

const isAt =
  ({ step, id, name }: Spot) =>
  (other: Spot): boolean =>
    other.step === step && other.id === id && other.name === name;

/** All interventions of a scene, in the order of their steps. */
export const interventionsIn = ({ interventions = [] }: Pick<Scene, 'interventions'>): readonly SceneIntervention[] =>
  interventions;

/** The scene with these interventions, in the order of their steps; without the field where there are none. */
function withAll({ interventions: _, ...scene }: Scene, list: readonly SceneIntervention[]): Scene {
  return list.length === 0 ? scene : { ...scene, interventions: list.toSorted((a, b) => a.step - b.step) };
}

/** Those that are in effect. */
const inEffect = (scene: Pick<Scene, 'interventions'>): SceneIntervention[] =>
  interventionsIn(scene).filter(({ off }) => off !== true);

/** Those that the run of an optimizer takes: not switched off, on hyperparameters that its rule has, and before its last step. */
export function interventionsOf(scene: Scene, runner: Runner): Intervention[] {
  const { hyper } = ruleIn(runner);
  return inEffect(scene)
    .filter(({ id, name, step }) => id === runner.id && name in hyper && step < scene.steps)
    .map(({ step, name, value }) => ({ step, name, value }));
}

/** The rows at which the run of an optimizer is changed. */
export const changedRows = (scene: Scene, id: string): number[] => {
  const runner = scene.optimizers.find((each) => each.id === id);
  return runner === undefined ? [] : [...new Set(interventionsOf(scene, runner).map(({ step }) => step))];
};

/** The base value of a hyperparameter that step `step` + 1 uses: what the latest intervention up to there has set. */
export const valueAfter = (scene: Pick<Scene, 'interventions'>, runner: Runner, name: string, step: number): number =>
  inEffect(scene).findLast((each) => each.id === runner.id && each.name === name && each.step <= step)?.value ??
  hyperOf(runner, name);

/** The value that an intervention ends; NaN where there is no such optimizer. */
export const valueBefore = (scene: Pick<Scene, 'interventions' | 'optimizers'>, { step, id, name }: Spot): number => {
  const runner = scene.optimizers.find((each) => each.id === id);
  return runner === undefined ? NaN : valueAfter(scene, runner, name, step - 1);
};

/** An intervention, in place of the one on the same hyperparameter at the same step. A full scene stays as it is. */
export const withIntervention =
  (intervention: SceneIntervention): Recipe =>
  (scene) => {
    const others = interventionsIn(scene).filter((other) => !isAt(intervention)(other));
    return others.length >= interventionLimit ? scene : withAll(scene, [...others, intervention]);
  };

/**
 * An intervention by a hand that has been moving since row `since`: what was there on its way gives way to it. A value that
 * holds there anyway is none.
 */
export const withMove =
  ({ value, ...spot }: SceneIntervention, since: number = spot.step): Recipe =>
  (scene) => {
    const isPassed = (each: SceneIntervention): boolean =>
      each.id === spot.id && each.name === spot.name && each.step > since && each.step <= spot.step;
    const cleared = withoutIntervention(spot)(withoutInterventions(isPassed)(scene));
    return value === valueBefore(cleared, spot) ? cleared : withIntervention({ ...spot, value })(cleared);
  };

/** An intervention in effect or not; it stays where it is. */
export const withSwitched =
  (spot: Spot, isOn: boolean): Recipe =>
  (scene) =>
    withAll(
      scene,
      interventionsIn(scene).map((each) => {
        if (!isAt(spot)(each)) return each;
        const { off: _, ...on } = each;
        return isOn ? on : { ...on, off: true };
      }),
    );

/** An intervention moved to another step; it replaces one that is there. */
export const withInterventionAt =
  (spot: Spot, step: number): Recipe =>
  (scene) => {
    const moved = interventionsIn(scene).find(isAt(spot));
    if (moved === undefined || step === spot.step) return scene;
    return withIntervention({ ...moved, step })(withoutIntervention(spot)(scene));
  };

export const withoutIntervention =
  (spot: Spot): Recipe =>
  (scene) =>
    withAll(
      scene,
      interventionsIn(scene).filter((other) => !isAt(spot)(other)),
    );

/** The scene without those interventions for which `isGone` holds. */
export const withoutInterventions =
  (isGone: (each: SceneIntervention) => boolean): Recipe =>
  (scene) =>
    withAll(
      scene,
      interventionsIn(scene).filter((each) => !isGone(each)),
    );

/** The interventions on an optimizer under the optimizer's new name. */
export const withRenamed =
  (id: string, name: string): Recipe =>
  (scene) =>
    withAll(
      scene,
      interventionsIn(scene).map((each) => (each.id === id ? { ...each, id: name } : each)),
    );

/** Whether the runs without any intervention stay, to compare with. */
export const withFork =
  (isForked: boolean): Recipe =>
  ({ fork: _, ...scene }) =>
    isForked ? { ...scene, fork: true } : scene;
