import rates from '../../surfaces/rates.json' with { type: 'json' };
import { type SurfaceId, surfaceOf } from '../../surfaces/catalog.ts';
import type { Quantity } from '../formula/quantity.ts';
import { isRuleId, type RuleId, ruleOf, rules } from '../optimizers/catalog.ts';
import { withoutInterventions } from './interventions.ts';
import {
  isTyped,
  type Runner,
  type Scene,
  type SceneIntervention,
  type SceneSurface,
  type TypedSurface,
} from './schema.ts';

const defaultsOf = (quantities: Readonly<Record<string, Quantity>>): Record<string, number> =>
  Object.fromEntries(Object.entries(quantities).map(([name, { initial }]) => [name, initial]));

const searched: Readonly<Record<string, Readonly<Record<string, number>>>> = rates;

/** The lr that a search with the same budget for every optimizer found for this surface; else the rule's own default. */
export const suggestedRate = (surface: SurfaceId, rule: RuleId): number =>
  searched[surface]?.[rule] ?? (ruleOf(rule).hyper['lr'] as Quantity).initial;

/** A built-in optimizer with its defaults, and with the surface's lr where the surface is built in. */
export const initialRunner = (rule: RuleId, surface: SceneSurface): Runner => {
  const { id, hyper } = ruleOf(rule);
  const defaults = defaultsOf(hyper);
  const lr = isTyped(surface) ? (defaults['lr'] as number) : suggestedRate(surface.id, rule);
  return { id, ...defaults, lr, variant: 'default' };
};

export const initialSurface = (id: SurfaceId): SceneSurface => ({ id, params: defaultsOf(surfaceOf(id).params) });

/** Where runs start on a typed surface: off centre, so that symmetry does not hold them. */
export const typedStarts = ({ domain: [x0, x1, y0, y1] }: TypedSurface): [number, number][] =>
  [
    [0.15, 0.8],
    [0.9, 0.7],
    [0.3, 0.1],
  ].map(([u = 0, w = 0]) => [Number((x0 + u * (x1 - x0)).toPrecision(6)), Number((y0 + w * (y1 - y0)).toPrecision(6))]);

const startOn = (surface: SceneSurface): [number, number] => {
  const [x, y] = (isTyped(surface) ? typedStarts(surface) : surfaceOf(surface.id).starts)[0] as readonly [
    number,
    number,
  ];
  return [x, y];
};

/** The scene that a surface opens with: six optimizers, no noise, constant schedules. */
export const sceneOn = (surface: SceneSurface): Scene => ({
  version: 1,
  view: 'playground',
  surface,
  start: startOn(surface),
  steps: isTyped(surface) ? 400 : surfaceOf(surface.id).steps,
  seed: 1,
  noise: 0,
  schedule: { kind: 'constant' },
  muSchedule: { kind: 'constant' },
  optimizers: rules.map(({ id }) => initialRunner(id, surface)),
});

/** The scene that the page opens with, on a surface of the catalog. */
export const initialScene = (id: SurfaceId = 'rosenbrock'): Scene => sceneOn(initialSurface(id));

/**
 * The scene moved to another surface: that surface's default start, and for one of the catalog its steps and its
 * suggested rates for the built-in optimizers, whose rates are no longer changed on the way. Everything else stays.
 */
export function withSurface(scene: Scene, target: SurfaceId | SceneSurface): Scene {
  const surface = typeof target === 'string' ? initialSurface(target) : target;
  const { cursor: _, ...rest } = scene;
  if (isTyped(surface)) return { ...rest, surface, start: startOn(surface) };
  const isReplaced = ({ id, name }: SceneIntervention): boolean => isRuleId(id) && name === 'lr';
  const moved = { ...withoutInterventions(isReplaced)(rest), surface, start: startOn(surface) };
  const optimizers = scene.optimizers.map((runner) =>
    isRuleId(runner.id) ? { ...runner, lr: suggestedRate(surface.id, runner.id) } : runner,
  );
  return { ...moved, steps: surfaceOf(surface.id).steps, optimizers };
}
