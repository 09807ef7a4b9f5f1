import type { Quantity } from '../../formula/quantity.ts';
import { muScheduleOf, scheduleOf } from '../../schedules/catalog.ts';
import { warmup } from '../../schedules/warmup.ts';
import type { SweepAxis } from '../../sweep/axis.ts';
import { ruleIn } from '../rule.ts';
import type { Runner, Scene } from '../schema.ts';
import { surfaceIn } from '../surface.ts';

/** Everything that an axis of an optimizer's map can name, with the range that it has by default. */
export type AxisQuantities = Readonly<Record<string, Pick<Quantity, 'min' | 'max' | 'scale'>>>;

const within = (prefix: string, quantities: Readonly<Record<string, Quantity>>): [string, Quantity][] =>
  Object.entries(quantities).map(([name, quantity]) => [`${prefix}.${name}`, quantity]);

/** The quantities of a map's axes, by name: the start, the rule's hyperparameters, the schedules' and the surface's. */
export function axisQuantities(scene: Scene, runner: Runner): AxisQuantities {
  const { domain, params } = surfaceIn(scene);
  const [x0, x1, y0, y1] = domain;
  const { hyper } = ruleIn(runner);
  const { schedule, muSchedule } = scene;
  return Object.fromEntries([
    ...Object.entries(hyper),
    ['start.x', { min: x0, max: x1, scale: 'linear' as const }],
    ['start.y', { min: y0, max: y1, scale: 'linear' as const }],
    ...within('schedule', scheduleOf(schedule.kind).params),
    ...(schedule.warmup === undefined ? [] : within('schedule', warmup.params)),
    ...('mu' in hyper ? within('muSchedule', muScheduleOf(muSchedule.kind).params) : []),
    ...within('surface', params),
  ]);
}

/** An axis over the range that its quantity has by default. */
export const wholeAxis = (quantities: AxisQuantities, name: string): SweepAxis => {
  const { min, max, scale } = quantities[name] ?? { min: 0, max: 1, scale: 'linear' };
  return { name, from: min, to: max, scale };
};
