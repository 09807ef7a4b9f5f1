import type { ScheduleProgram } from '../../src/engine/column.ts';
import { type Dataset, outputsFor, taskOf } from '../../src/network/data/dataset.ts';
import { split, standardised, standardOf } from '../../src/network/data/split.ts';
import { type Preset, shares } from '../../src/network/defaults.ts';
import type { LearningRule } from '../../src/network/learner.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { type RuleId, ruleOf } from '../../src/optimizers/catalog.ts';

const constant = (name: 'lr' | 'mu'): ScheduleProgram => ({ formula: name, values: {} });

/** A rule of the catalog with the values that its hyperparameters begin with. */
function initialRule(id: RuleId): LearningRule {
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
