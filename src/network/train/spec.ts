import type { ScheduleProgram } from '../../engine/column.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Split } from '../data/split.ts';
import type { InitialisationId } from '../initial.ts';
import type { LearningRule } from '../learner.ts';
import type { Mistake } from '../mistakes.ts';
import type { NetworkShape } from '../shape.ts';

/** lr times `factor` whenever validation has not been better than ever for `patience` epochs. */
export interface Plateau {
  readonly factor: number;
  readonly patience: number;
}

/** Everything that a training depends on: the same spec gives the same curve, to the bit. */
export interface TrainSpec {
  readonly shape: NetworkShape;
  /** The samples as the network gets them, standardised or not. */
  readonly data: Dataset;
  readonly split: Split;
  /** How the weights begin, or the flat parameters themselves. */
  readonly initial: InitialisationId | Float64Array;
  readonly rule: LearningRule;
  readonly lr: number;
  /** 0 where the rule has no mu. */
  readonly mu: number;
  /** lr as a formula of s, the epochs done; or reduced when validation stops improving. */
  readonly decay: ScheduleProgram | Plateau;
  /** mu as a formula of s, the epochs done. */
  readonly muSchedule: ScheduleProgram;
  /** Samples per step; 'full' for all that are trained on. */
  readonly batch: number | 'full';
  readonly seed: number;
  /** What is done wrong on purpose. */
  readonly mistakes?: readonly Mistake[];
}
