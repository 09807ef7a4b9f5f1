import type { ScheduleProgram } from '../../engine/column.ts';
import { type Dataset, outputsFor, taskOf } from '../../network/data/dataset.ts';
import { type Split, split, type Standard, standardised, standardOf } from '../../network/data/split.ts';
import { mistakenData } from '../../network/mistakes.ts';
import type { NetworkShape } from '../../network/shape.ts';
import type { Plateau, TrainSpec } from '../../network/train/spec.ts';
import { type ScheduleId, scheduleOf } from '../../schedules/catalog.ts';
import { hyperOf, ruleIn } from '../rule.ts';
import type { Runner, Scene } from '../schema.ts';
import { learningRule, runnersIn } from '../settings.ts';
import type { NetworkSettings } from './settings.ts';

/** What all networks of the lab have in common. */
export interface Common {
  readonly settings: NetworkSettings;
  /** As they came. */
  readonly raw: Dataset;
  /** As the networks get them. */
  readonly data: Dataset;
  readonly split: Split;
  readonly standard?: Standard;
  readonly shape: NetworkShape;
}

export function shapeOf({ hidden, activation, l2, convolution }: NetworkSettings, data: Dataset): NetworkShape {
  return {
    sizes: [data.features.length, ...hidden, outputsFor(data)],
    activation,
    task: taskOf(data),
    l2,
    ...(convolution && data.side !== undefined ? { convolution: { side: data.side, ...convolution } } : {}),
  };
}

let last: { readonly settings: NetworkSettings; readonly common: Common } | undefined;

/** Splits and standardises the samples; the same object for the same settings and samples. */
export function commonOf(settings: NetworkSettings, raw: Dataset): Common {
  if (last?.settings === settings && last.common.raw === raw) return last.common;
  const { standardise, validation, test, seed } = settings;
  const parts = split(raw.rows, { validation, test }, seed);
  const standard = standardise ? standardOf(raw, parts.train) : undefined;
  const data = standard === undefined ? raw : standardised(raw, standard);
  const shape = shapeOf(settings, raw);
  const common = { settings, raw, data, split: parts, shape, ...(standard && { standard }) };
  last = { settings, common };
  return common;
}

/** The data as the networks see them, mistakes included. */
export const seenData = ({ data, settings }: Common): Dataset => mistakenData(data, settings.sabotages, settings.seed);

function decayOf({ decay }: NetworkSettings): ScheduleProgram | Plateau {
  const { kind, ...values } = decay;
  if (kind === 'plateau') return values as unknown as Plateau;
  return { formula: scheduleOf(kind as ScheduleId).formula, values: values as Record<string, number> };
}

/** The lr of an optimizer in the lab. */
export const rateOf = ({ rates }: NetworkSettings, runner: Runner): number =>
  rates[runner.id] ?? ruleIn(runner).networkRate;

/** Everything that the training of one optimizer's network depends on. */
export function specOf({ settings, data, split: parts, shape }: Common, runner: Runner): TrainSpec {
  const { hyper } = ruleIn(runner);
  return {
    shape,
    data,
    split: parts,
    initial: settings.initial,
    rule: learningRule(runner),
    lr: rateOf(settings, runner),
    mu: 'mu' in hyper ? hyperOf(runner, 'mu') : 0,
    decay: decayOf(settings),
    muSchedule: { formula: 'mu', values: {} },
    batch: settings.batch,
    seed: settings.seed,
    mistakes: settings.sabotages,
  };
}

/** The optimizers that train a network each: those that take part in the race. */
export const learnersIn = (scene: Scene): readonly Runner[] => runnersIn(scene);
