import * as v from 'valibot';
import { surfaces, type SurfaceId } from '../../surfaces/catalog.ts';
import { type LessonId, lessonOf, lessons } from '../lessons/catalog.ts';
import { largestBatch } from '../engine/batch.ts';
import { muSchedules, type MuScheduleSettings, schedules, type ScheduleSettings } from '../schedules/catalog.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { warmup } from '../schedules/warmup.ts';
import {
  atLeast,
  between,
  dataRow,
  domain,
  expected,
  fanLimit,
  identifier,
  interventionLimit,
  lossKind,
  names,
  oneOf,
  point,
  real,
  recordedLimit,
  rowLimit,
  runnerLimit,
  sceneVersion,
  seedLimit,
  stepLimit,
  text,
  valueOf,
  wholeNumber,
  yesOrNo,
} from './field.ts';
import { mapsSchema } from './maps/schema.ts';
import { networkSchema } from './network/schema.ts';
import { type ViewId, views } from './views.ts';

const values = v.record(v.string(), real);

/** A surface of the catalog, with a value for each of its parameters. */
export const builtInSurfaceSchema = v.strictObject({
  id: oneOf<SurfaceId>(surfaces.map(({ id }) => id)),
  params: values,
});

/** Trainings that were projected on a slice of their loss, of which the surface is a likeness. */
export const recordedSchema = v.pipe(
  v.strictObject({
    /** Share of the squared distances of what was recorded that the slice keeps, 0 … 1. */
    kept: between(0, 1),
    paths: v.pipe(
      v.array(
        v.strictObject({ id: identifier, points: v.pipe(v.array(point), v.minLength(1), v.maxLength(recordedLimit)) }),
      ),
      v.maxLength(runnerLimit),
    ),
  }),
  expected(
    'recorded paths: kept, and for each its id and points',
    '记录的轨迹：保留比例 kept，以及各条轨迹的 id 与各点',
  ),
);

/** A surface that somebody typed; names in the formula other than x and y are its parameters. */
const typedSurfaceSchema = v.strictObject({
  formula: text,
  params: values,
  domain,
  recorded: v.exactOptional(recordedSchema),
});

/** A regression on rows of somebody's own: the loss of the line u = x·t + y, of slope x and intercept y. */
const dataSurfaceSchema = v.strictObject({
  /** Rows [t, u]. */
  data: v.pipe(v.array(dataRow), v.minLength(2), v.maxLength(rowLimit)),
  loss: lossKind,
  /** Whether each t is replaced by (t − mean)/deviation. */
  standardised: yesOrNo,
  params: values,
  /** Computed from the data where it is absent. */
  domain: v.exactOptional(domain),
});

const settingsSchema = (items: readonly Schedule[], extra: v.ObjectEntries) =>
  v.union(
    items.map(({ id, params }) => {
      const entries = Object.entries(params).map(([name, quantity]) => [name, valueOf(quantity)] as const);
      return v.strictObject({ kind: v.literal(id), ...Object.fromEntries(entries), ...extra });
    }),
  );

/** Steps over which lr rises to its scheduled value. */
export const warmupSteps = valueOf(warmup.params.warmup);

export type LrSchedule = ScheduleSettings & { warmup?: number };
export type MuSchedule = MuScheduleSettings;

const lrScheduleSchema = settingsSchema(schedules, { warmup: v.exactOptional(warmupSteps) });
const muScheduleSchema = settingsSchema(muSchedules, {});

/** One optimizer of the race. Its hyperparameters stand beside the id: lr, mu, beta1, …, as numbers. */
export const runnerSchema = v.looseObject({
  id: identifier,
  lr: atLeast(0),
  variant: v.string(),
  /** Another form of the rule, whose path is laid over this one's. */
  overlay: v.exactOptional(v.string()),
  /** True where it does not take part. */
  off: v.exactOptional(yesOrNo),
  /** A typed rule's formula and the names of its state. */
  rule: v.exactOptional(text),
  state: v.exactOptional(names),
});

/** A hyperparameter of an optimizer set to another value after so many steps: step + 1 is the first that uses it. */
export const interventionSchema = v.strictObject({
  step: wholeNumber(1, stepLimit - 1),
  id: identifier,
  name: identifier,
  value: real,
  /** True where it is kept without being in effect. */
  off: v.exactOptional(yesOrNo),
});

/** What the backprop view shows: a program with numbers for its inputs, or the surface where an optimizer stands. */
export const backpropSchema = v.strictObject({
  of: v.exactOptional(oneOf(['surface'])),
  /** Kept while the surface is shown; without it, the first example. */
  program: v.exactOptional(text),
  /** By the names that the program uses before it assigns them; one without a number is 1. */
  inputs: v.exactOptional(values),
});

/** A lesson of somebody's own, numbered on the device that keeps it. */
export type OwnId = `own-${number}`;
export const isOwnId = (id: unknown): id is OwnId => typeof id === 'string' && /^own-[1-9]\d{0,5}$/.test(id);

const lessonIds = lessons.map(({ id }) => id);
const lessonName = v.pipe(
  v.custom<LessonId | OwnId>((id) => isOwnId(id) || lessonOf(id) !== undefined),
  expected(
    `one of ${lessonIds.join(', ')}, or own-1, own-2, …`,
    `以下之一：${lessonIds.join('、')}，或 own-1、own-2、…`,
  ),
);

/** The scene, version 1: everything that the runs depend on, and what is shown of them. */
export const sceneSchema = v.strictObject({
  version: sceneVersion,
  view: oneOf<ViewId>(views.map(({ id }) => id)),
  surface: v.union([typedSurfaceSchema, builtInSurfaceSchema, dataSurfaceSchema]),
  start: point,
  steps: wholeNumber(1, stepLimit),
  seed: wholeNumber(0, seedLimit),
  noise: atLeast(0),
  /** How many seeds each optimizer is run with, where it is more than the one that is shown. */
  fan: v.exactOptional(wholeNumber(2, fanLimit)),
  /** Rows that each step's gradient is the mean over, where the surface is made of data; all of them without it. */
  batch: v.exactOptional(wholeNumber(1, largestBatch)),
  schedule: lrScheduleSchema as unknown as v.GenericSchema<LrSchedule>,
  muSchedule: muScheduleSchema as unknown as v.GenericSchema<MuSchedule>,
  optimizers: v.pipe(v.array(runnerSchema), v.maxLength(runnerLimit)),
  /** What is changed on the way, in the order of the steps. */
  interventions: v.exactOptional(v.pipe(v.array(interventionSchema), v.maxLength(interventionLimit))),
  /** True where the runs without interventions stay to compare with. */
  fork: v.exactOptional(yesOrNo),
  /** The optimizer that is shown alone. */
  solo: v.exactOptional(identifier),
  /** The optimizer whose step is drawn on the surface. */
  inspect: v.exactOptional(identifier),
  /** True where the curvature at the cursor is shown. */
  curvature: v.exactOptional(yesOrNo),
  maps: v.exactOptional(mapsSchema),
  backprop: v.exactOptional(backpropSchema),
  network: v.exactOptional(networkSchema),
  /** The lesson that is told over the view: one of the catalog, or of those that are kept on the device. */
  lesson: v.exactOptional(lessonName),
  /** The step that is shown; without it, playing begins at the start. */
  cursor: v.exactOptional(wholeNumber(0, stepLimit)),
});

export type BuiltInSurface = v.InferOutput<typeof builtInSurfaceSchema>;
export type TypedSurface = v.InferOutput<typeof typedSurfaceSchema>;
export type DataSurface = v.InferOutput<typeof dataSurfaceSchema>;
export type SceneSurface = BuiltInSurface | TypedSurface | DataSurface;
export type Runner = v.InferOutput<typeof runnerSchema>;
export type SceneIntervention = v.InferOutput<typeof interventionSchema>;
export type BackpropSettings = v.InferOutput<typeof backpropSchema>;
export type Scene = v.InferOutput<typeof sceneSchema>;

export const isBuiltIn = (surface: SceneSurface): surface is BuiltInSurface => 'id' in surface;
export const isTyped = (surface: SceneSurface): surface is TypedSurface => 'formula' in surface;
export const hasOwnData = (surface: SceneSurface): surface is DataSurface => 'data' in surface;
