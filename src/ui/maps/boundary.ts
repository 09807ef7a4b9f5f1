import { curvatureAt } from '../../engine/curvature.ts';
import { fieldOf } from '../../engine/field.ts';
import { stableRate } from '../../engine/stability.ts';
import { hyperOf, ruleIn } from '../../state/rule.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { surfaceIn } from '../../state/surface.ts';
import { placeOn, type SweepAxis, valueOn } from '../../sweep/axis.ts';

const rounding = 1e-9;

/** The largest second derivative of a quadratic surface that curves down nowhere; undefined for any other surface. */
function quadraticCurvature(scene: Scene): number | undefined {
  const { formula, values, domain } = surfaceIn(scene);
  const [x0, x1, y0, y1] = domain;
  const field = fieldOf(formula, Object.keys(values));
  const found = [0.13, 0.5, 0.91].map(
    (share) => curvatureAt(field, values, x0 + share * (x1 - x0), y1 - share * share * (y1 - y0)).eigenvalues,
  );
  const [[largest, smallest]] = found as [readonly [number, number]];
  const isZero = (value: number): boolean => Math.abs(value) <= rounding * Math.abs(largest);
  const areSame = found.every(([most, least]) => isZero(most - largest) && isZero(least - smallest));
  return areSame && (smallest > 0 || isZero(smallest)) ? largest : undefined;
}

/** Whether an optimizer takes all its steps on the same loss with the same settings. */
const isSteady = ({ schedule, muSchedule, batch, interventions = [] }: Scene, { id }: Runner): boolean =>
  schedule.kind === 'constant' &&
  schedule.warmup === undefined &&
  muSchedule.kind === 'constant' &&
  batch === undefined &&
  interventions.every((each) => each.id !== id);

/** The analytic limit of stability as places of the map, where lr is on one axis, on a surface of which the limit is known. */
export function boundaryOf(
  scene: Scene,
  runner: Runner,
  axes: readonly [SweepAxis, SweepAxis],
): readonly (readonly [number, number])[] {
  const { stability, hyper } = ruleIn(runner, scene.optimizers);
  const rateAxis = axes.findIndex(({ name }) => name === 'lr');
  const [rate, other] = [axes[rateAxis], axes[1 - rateAxis]];
  if (stability === undefined || rate === undefined || other === undefined || !isSteady(scene, runner)) return [];
  // Stability is the same from every start; another surface has another.
  if (other.name.startsWith('surface.')) return [];
  const lambda = quadraticCurvature(scene);
  if (lambda === undefined) return [];
  const own = Object.fromEntries(Object.keys(hyper).map((name) => [name, hyperOf(runner, name)]));
  const { lr: _, ...fixed } = own;
  return Array.from({ length: 201 }, (_, i) => i / 200).flatMap((place) => {
    const given = Object.hasOwn(fixed, other.name) ? { ...fixed, [other.name]: valueOn(other, place) } : fixed;
    const limit = stableRate(stability, lambda, given);
    if (limit === undefined) return [];
    const at = placeOn(rate, limit);
    return [rateAxis === 0 ? ([at, place] as const) : ([place, at] as const)];
  });
}
