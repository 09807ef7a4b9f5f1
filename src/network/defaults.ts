import type { ScheduleProgram } from '../engine/column.ts';
import { type RuleId, ruleOf } from '../optimizers/catalog.ts';
import type { GeneratorId } from './data/catalog.ts';
import { type Dataset, outputsFor, taskOf } from './data/dataset.ts';
import { split, standardised, standardOf } from './data/split.ts';
import type { InitialisationId } from './initial.ts';
import type { LearningRule } from './learner.ts';
import type { Activation, Convolution } from './shape.ts';
import type { TrainSpec } from './train/spec.ts';

/** What a network for some data opens with. */
export interface Preset {
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly initial: InitialisationId;
  readonly batch: number;
  readonly epochs: number;
  /** Whether inputs get mean 0 and deviation 1; pixels are of one kind already, and those at the edge are nearly always 0. */
  readonly standardise: boolean;
  readonly convolution?: Convolution;
}

const plane: Preset = {
  hidden: [8],
  activation: 'tanh',
  initial: 'xavier',
  batch: 32,
  epochs: 60,
  standardise: true,
};

/** By data set; `csv` is for data of one's own. */
export const presets: Readonly<Record<GeneratorId | 'digits' | 'csv', Preset>> = {
  spirals: { ...plane, hidden: [16, 16], epochs: 120 },
  moons: plane,
  circles: plane,
  xor: plane,
  clusters: plane,
  wave: { ...plane, hidden: [16], epochs: 200 },
  digits: { ...plane, hidden: [32], epochs: 30, standardise: false },
  csv: { ...plane, hidden: [16] },
};

/** The shares of the samples that are kept to choose by, and for the end. */
export const shares = { validation: 0.2, test: 0.2 } as const;

const constant = (name: 'lr' | 'mu'): ScheduleProgram => ({ formula: name, values: {} });

/** A rule of the catalog with the values that its hyperparameters begin with. */
export function initialRule(id: RuleId): LearningRule {
  const { formula, state, hyper } = ruleOf(id);
  const own = Object.entries(hyper).filter(([name]) => name !== 'lr' && name !== 'mu');
  const values = Object.fromEntries(own.map(([name, { initial }]) => [name, initial]));
  return { formula, state, hyper: Object.keys(values), values };
}

/** The training that data open with, by one of the rules. */
export function presetSpec(data: Dataset, preset: Preset, rule: RuleId, seed: number): TrainSpec {
  const parts = split(data.rows, shares, seed);
  const { hidden, activation, initial, batch, convolution } = preset;
  return {
    shape: {
      sizes: [data.features.length, ...hidden, outputsFor(data)],
      activation,
      task: taskOf(data),
      l2: 0,
      ...(convolution ? { convolution } : {}),
    },
    data: preset.standardise ? standardised(data, standardOf(data, parts.train)) : data,
    split: parts,
    initial,
    rule: initialRule(rule),
    lr: ruleOf(rule).networkRate,
    mu: ruleOf(rule).hyper['mu']?.initial ?? 0,
    decay: constant('lr'),
    muSchedule: constant('mu'),
    batch,
    seed,
  };
}
