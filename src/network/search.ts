import type { SearchAxis, SearchStage } from '../engine/tune.ts';
import { scheduleOf } from '../schedules/catalog.ts';
import type { TrainSpec } from './train/spec.ts';
import { type Snapshot, Training } from './train/train.ts';

/** What is searched: the rate, how fast it decays per epoch, L2, momentum where the rule has it, and units per hidden layer. */
export const searchAxes = {
  lr: { min: 1e-4, max: 1, scale: 'log', digits: 3 },
  decay: { min: 1e-3, max: 0.3, scale: 'log', digits: 3 },
  l2: { min: 1e-6, max: 1e-1, scale: 'log', digits: 3 },
  mu: { min: 0.5, max: 0.99, scale: 'decay', digits: 3 },
  hidden: { min: 4, max: 64, scale: 'log', integer: true },
} as const satisfies Record<string, SearchAxis>;

export type SearchedName = keyof typeof searchAxes;
export type SearchedValues = Readonly<Partial<Record<SearchedName, number>>>;

/** A stage, and how long each of its trials trains. */
export interface TrainingStage extends SearchStage {
  readonly epochs: number;
  /** How many of its trials are the best before it, that go on from where they stopped. */
  readonly resumed?: number;
}

/** Coarse, then fine: many short trainings far apart; then the best of them go on, and long ones are made around the best. */
export const searchStages: readonly TrainingStage[] = [
  { trials: 24, span: 1, epochs: 5 },
  { trials: 12, span: 0.3, epochs: 30, resumed: 3 },
];

/** A training with other values; those that are not given stay. */
export function trialSpec(spec: TrainSpec, { lr, decay, l2, mu, hidden }: SearchedValues): TrainSpec {
  const { shape } = spec;
  const last = shape.sizes.length - 1;
  const sizes = shape.sizes.map((size, i) => (hidden === undefined || i === 0 || i === last ? size : hidden));
  return {
    ...spec,
    shape: { ...shape, sizes, l2: l2 ?? shape.l2 },
    lr: lr ?? spec.lr,
    mu: mu ?? spec.mu,
    ...(decay === undefined ? {} : { decay: { formula: scheduleOf('exponential').formula, values: { rate: decay } } }),
  };
}

/** A trial's training: how badly it does, 1 − its score on validation in the end, and where it is, to go on from. */
export interface TrialResult {
  readonly score: number;
  readonly snapshot: Snapshot;
}

/** Trains with some values, or goes on, until so many epochs are done; a training that diverges is as bad as can be. */
export function tryValues(spec: TrainSpec, values: SearchedValues, epochs: number, from?: Snapshot): TrialResult {
  const training = new Training(trialSpec(spec, values), from);
  training.advance((epochs - training.epoch) * training.stepsPerEpoch);
  const { snapshot } = training;
  const { history, divergedAt } = snapshot;
  const last = history.validationScore.at(-1) as number;
  return { score: divergedAt === undefined ? 1 - last : Infinity, snapshot };
}
