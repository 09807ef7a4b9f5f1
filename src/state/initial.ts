import rates from '../../surfaces/rates.json' with { type: 'json' };
import { type SurfaceId, surfaceOf } from '../../surfaces/catalog.ts';
import type { Quantity } from '../formula/quantity.ts';
import { isRuleId, openingRules, type RuleId, ruleOf } from '../optimizers/catalog.ts';
import { dataRates, dataStarts } from './data.ts';
import type { SweepAxis } from '../sweep/axis.ts';
import { withoutInterventions } from './interventions.ts';
import type { MapsSettings } from './maps/schema.ts';
import {
  hasOwnData,
  isBuiltIn,
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

/** The lr that suits a rule on a surface, where something is known about it. */
const rateOn = (surface: SceneSurface, rule: RuleId): number | undefined => {
  if (hasOwnData(surface)) return dataRates(surface)[rule];
  return isBuiltIn(surface) ? suggestedRate(surface.id, rule) : undefined;
};

/** A built-in optimizer with its defaults, and with the surface's lr where it has one. */
export const initialRunner = (rule: RuleId, surface: SceneSurface): Runner => {
  const { id, hyper } = ruleOf(rule);
  const defaults = defaultsOf(hyper);
  const lr = rateOn(surface, rule) ?? (defaults['lr'] as number);
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

/** Whether a surface's loss is a mean over rows of data, of which a step may take a batch. */
export const hasRows = (surface: SceneSurface): boolean =>
  isBuiltIn(surface) ? surfaceOf(surface.id).samples !== undefined : hasOwnData(surface);

type Starts = readonly (readonly [number, number])[];

/** Where runs may start on a surface, its default first. */
const startsOn = (surface: SceneSurface): Starts => {
  if (isBuiltIn(surface)) return surfaceOf(surface.id).starts;
  return hasOwnData(surface) ? dataStarts(surface) : typedStarts(surface);
};

const startOn = (surface: SceneSurface): [number, number] => {
  const [x, y] = startsOn(surface)[0] as readonly [number, number];
  return [x, y];
};

/** The steps that a surface suggests. */
export const stepsOn = (surface: SceneSurface): number => (isBuiltIn(surface) ? surfaceOf(surface.id).steps : 400);

/** The scene that a surface opens with: the opening optimizers, no noise, constant schedules. */
export const sceneOn = (surface: SceneSurface): Scene => ({
  version: 1,
  view: 'playground',
  surface,
  start: startOn(surface),
  steps: stepsOn(surface),
  seed: 1,
  noise: 0,
  schedule: { kind: 'constant' },
  muSchedule: { kind: 'constant' },
  optimizers: openingRules.map(({ id }) => initialRunner(id, surface)),
});

/** The scene that the page opens with, on a surface of the catalog. */
export const initialScene = (id: SurfaceId = 'rosenbrock'): Scene => sceneOn(initialSurface(id));

/** The maps without the part of a surface that they show, and without the ranges that a surface suggests. */
function unplaced({ area: _, x, y, ...maps }: MapsSettings): MapsSettings {
  const isFree = (axis: SweepAxis | undefined) => axis !== undefined && !/^(lr$|start\.|surface\.)/.test(axis.name);
  return { ...maps, ...(isFree(x) ? { x } : {}), ...(isFree(y) ? { y } : {}) };
}

/**
 * The scene moved to another surface: that surface's default start, for one of the catalog its steps, and the rates that
 * it suggests for the built-in optimizers, whose rates are no longer changed on the way. Batches stay where the surface
 * has data, maps are whole, and everything else stays.
 */
export function withSurface(scene: Scene, target: SurfaceId | SceneSurface): Scene {
  const surface = typeof target === 'string' ? initialSurface(target) : target;
  const { cursor: _, batch, maps, ...others } = scene;
  const rest = {
    ...others,
    ...(batch !== undefined && hasRows(surface) ? { batch } : {}),
    ...(maps === undefined ? {} : { maps: unplaced(maps) }),
  };
  if (isTyped(surface)) return { ...rest, surface, start: startOn(surface) };
  const isReplaced = ({ id, name }: SceneIntervention): boolean => isRuleId(id) && name === 'lr';
  const moved = { ...withoutInterventions(isReplaced)(rest), surface, start: startOn(surface) };
  const optimizers = scene.optimizers.map((runner) => {
    const lr = isRuleId(runner.id) ? rateOn(surface, runner.id) : undefined;
    return lr === undefined ? runner : { ...runner, lr };
  });
  return { ...moved, ...(isBuiltIn(surface) ? { steps: stepsOn(surface) } : {}), optimizers };
}

/**
 * The scene with its surface changed, not left: what the surface suggested, start and rates, follows it where it is
 * still as suggested. Everything else stays.
 */
export function withSurfaceChanged(scene: Scene, surface: SceneSurface): Scene {
  const place = startsOn(scene.surface).findIndex(([x, y]) => x === scene.start[0] && y === scene.start[1]);
  const [x, y] = startsOn(surface)[place] ?? scene.start;
  const rates = new Map(
    scene.optimizers.flatMap(({ id, lr }) => {
      const next = isRuleId(id) && lr === rateOn(scene.surface, id) ? (rateOn(surface, id) ?? lr) : lr;
      return next === lr ? [] : [[id, next] as const];
    }),
  );
  const kept = withoutInterventions(({ id, name }) => name === 'lr' && rates.has(id))(scene);
  const optimizers = scene.optimizers.map((runner) => ({ ...runner, lr: rates.get(runner.id) ?? runner.lr }));
  return { ...kept, surface, start: [x, y], optimizers };
}
