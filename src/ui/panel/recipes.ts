import { muSchedules, schedules } from '../../schedules/catalog.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { warmup } from '../../schedules/warmup.ts';
import {
  initialRunner,
  isTyped,
  type LrSchedule,
  type MuSchedule,
  type Runner,
  type Scene,
} from '../../state/scene.ts';
import { isRuleId, type RuleId } from '../../optimizers/catalog.ts';

type Recipe = (scene: Scene) => Scene;

export const withParameter =
  (name: string, value: number): Recipe =>
  (scene) => {
    const { surface } = scene;
    const params = { ...surface.params, [name]: value };
    return { ...scene, surface: isTyped(surface) ? { ...surface, params } : { ...surface, params } };
  };

export const withStart =
  (x: number, y: number): Recipe =>
  (scene) => ({ ...scene, start: [x, y] });

/** So many seeds; with one there is no fan. */
export const withFan =
  (seeds: number): Recipe =>
  ({ fan: _, ...scene }) =>
    seeds > 1 ? { ...scene, fan: seeds } : scene;

export const withRunner =
  (id: string, recipe: (runner: Runner) => Runner): Recipe =>
  (scene) => ({
    ...scene,
    optimizers: scene.optimizers.map((runner) => (runner.id === id ? recipe(runner) : runner)),
  });

/** Takes part, or not; one that is switched off is neither shown alone nor looked into. */
export const withPart =
  (id: string, takesPart: boolean): Recipe =>
  (scene) => {
    const { solo, inspect, ...rest } = scene;
    const stays = (chosen: string | undefined): boolean => chosen !== undefined && (chosen !== id || takesPart);
    const kept = { ...rest, ...(stays(solo) ? { solo } : {}), ...(stays(inspect) ? { inspect } : {}) } as Scene;
    return withRunner(id, ({ off: _, ...runner }) => (takesPart ? runner : { ...runner, off: true }) as Runner)(kept);
  };

/**
 * Shown alone, or with all the others where it is alone already; one that is shown takes part, and where a step is drawn
 * it is that optimizer's.
 */
export const withSolo =
  (id: string | undefined): Recipe =>
  (scene) => {
    const { solo, ...rest } = scene;
    if (id === undefined || solo === id) return rest;
    return { ...withPart(id, true)(rest), solo: id, ...(scene.inspect === undefined ? {} : { inspect: id }) };
  };

/** Its step is drawn, or none where it is already; one that is looked into is shown. */
export const withInspect =
  (id: string): Recipe =>
  (scene) => {
    const { inspect, ...rest } = scene;
    if (inspect === id) return rest;
    return { ...withPart(id, true)(rest), inspect: id, ...(scene.solo === undefined ? {} : { solo: id }) };
  };

export const withCurvature =
  (isShown: boolean): Recipe =>
  ({ curvature: _, ...scene }) =>
    isShown ? { ...scene, curvature: true } : scene;

/** One of the catalog with its defaults, after those that the scene has. */
export const withRule =
  (id: RuleId): Recipe =>
  (scene) =>
    scene.optimizers.some((runner) => runner.id === id)
      ? scene
      : { ...scene, optimizers: [...scene.optimizers, initialRunner(id, scene.surface)] };

/** Another form of its rule laid over the runner's path; undefined takes it away. */
export const withOverlay = (id: string, form: string | undefined): Recipe =>
  withRunner(id, ({ overlay: _, ...runner }) => (form === undefined ? runner : { ...runner, overlay: form }) as Runner);

/** The hyperparameters and the form that the runner had at first. */
export const withDefaults =
  (id: string): Recipe =>
  (scene) =>
    withRunner(id, (runner) =>
      isRuleId(runner.id) ? { ...runner, ...initialRunner(runner.id, scene.surface) } : runner,
    )(scene);

const settingsOf = ({ id, params }: Schedule): { kind: string } => ({
  kind: id,
  ...Object.fromEntries(Object.entries(params).map(([name, { initial }]) => [name, initial])),
});

/** Another kind of schedule with its defaults; a warm-up stays. */
export const withScheduleKind =
  (kind: string): Recipe =>
  (scene) => {
    const chosen = schedules.find(({ id }) => id === kind) ?? schedules[0];
    const kept = scene.schedule.warmup === undefined ? {} : { warmup: scene.schedule.warmup };
    return { ...scene, schedule: { ...settingsOf(chosen), ...kept } as LrSchedule };
  };

export const withMuScheduleKind =
  (kind: string): Recipe =>
  (scene) => {
    const chosen = muSchedules.find(({ id }) => id === kind) ?? muSchedules[0];
    return { ...scene, muSchedule: settingsOf(chosen) as MuSchedule };
  };

export const withWarmup =
  (isOn: boolean): Recipe =>
  (scene) => {
    const { warmup: _, ...rest } = scene.schedule;
    const schedule = isOn ? { ...rest, warmup: warmup.params.warmup.initial } : rest;
    return { ...scene, schedule: schedule as LrSchedule };
  };

export const withScheduleSetting =
  (name: string, value: number): Recipe =>
  (scene) => ({ ...scene, schedule: { ...scene.schedule, [name]: value } });

export const withMuScheduleSetting =
  (name: string, value: number): Recipe =>
  (scene) => ({ ...scene, muSchedule: { ...scene.muSchedule, [name]: value } });

/** Rows that a batch has at first. */
export const usualBatch = 4;

/** Mini-batches of so many rows; undefined for all of them in every step. */
export const withBatch =
  (size: number | undefined): Recipe =>
  ({ batch: _, ...scene }) =>
    size === undefined ? scene : { ...scene, batch: size };
