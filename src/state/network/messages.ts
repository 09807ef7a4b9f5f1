import type { CheckId } from '../../network/checks/catalog.ts';
import type { Finding } from '../../network/checks/check.ts';
import type { Dataset } from '../../network/data/dataset.ts';
import type { EnsembleResult } from '../../network/ensemble.ts';
import type { Model } from '../../network/predict.ts';
import type { SearchedValues, TrialResult } from '../../network/search.ts';
import type { SliceAnswer, SliceAsk } from '../../network/slice/picture.ts';
import type { Sight } from '../../network/sight.ts';
import type { History } from '../../network/train/history.ts';
import type { Measures } from '../../network/train/measures.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import type { Snapshot } from '../../network/train/train.ts';

/** The parameters after some epoch. */
export interface Record {
  readonly epoch: number;
  readonly parameters: Float64Array;
}

/** What a training that went on hands over. */
export interface Advanced {
  /** Entries of the history that are new: from the epoch that was asked for on. */
  readonly tail: History;
  /** At every epoch that is a multiple of the stride, and the last one. */
  readonly records: readonly Record[];
  /** The outputs after the last epoch, see `Sight`, and the places along a side of the grid. */
  readonly outputs: Float32Array;
  readonly side: number;
  readonly divergedAt?: number;
}

/** What a thread can be asked to do, and what comes back, by kind; an `id` names a training that it remembers. */
export interface Tasks {
  /** Begins a training under a name, in place of the one that had it. */
  begin: { ask: { readonly id: string; readonly spec: TrainSpec; readonly sight: Sight }; answer: null };
  /** Trains on to an epoch, of which entries from `from` on are not known yet. */
  advance: {
    ask: {
      readonly id: string;
      readonly from: number;
      readonly to: number;
      readonly stride: number;
      readonly side: number;
    };
    answer: Advanced;
  };
  /** Outputs of the network of a training with other parameters. */
  look: {
    ask: { readonly id: string; readonly parameters: Float64Array; readonly side: number };
    answer: { readonly outputs: Float32Array; readonly side: number };
  };
  /** Activations and gradients inside it. */
  inside: { ask: { readonly id: string; readonly parameters: Float64Array }; answer: readonly Measures[] };
  /** Makes one of the checks on a training as it would begin. */
  check: { ask: { readonly spec: TrainSpec; readonly check: CheckId }; answer: Finding };
  /** A training with other values, for a search, from the start or from where it stopped, until so many epochs are done. */
  trial: {
    ask: {
      readonly spec: TrainSpec;
      readonly values: SearchedValues;
      readonly epochs: number;
      readonly from?: Snapshot;
    };
    answer: TrialResult & { readonly model: Model };
  };
  /** Networks one by one, on average and together, on some rows of the data; and what they say together. */
  ensemble: {
    ask: {
      readonly models: readonly Model[];
      readonly data: Dataset;
      readonly rows: Int32Array;
      readonly sight: Sight;
      readonly side: number;
    };
    answer: { readonly result: EnsembleResult; readonly outputs: Float32Array; readonly side: number };
  };
  /** The loss on a plane through trained parameters, and the paths of trainings on it. */
  slice: { ask: SliceAsk; answer: SliceAnswer };
  end: { ask: { readonly id: string }; answer: null };
}

export type TaskKind = keyof Tasks;

/** A task under way: its number and what is asked. */
export type Order = {
  [K in TaskKind]: { readonly order: number; readonly kind: K; readonly ask: Tasks[K]['ask'] };
}[TaskKind];

export type Answer =
  | { readonly order: number; readonly answer: Tasks[TaskKind]['answer'] }
  | { readonly order: number; readonly failure: string };

/**
 * The buffers of an answer, which are handed over and not copied: outputs, sample after sample; of every record its
 * parameters, flat, layer after layer.
 */
export function buffersOf(message: Answer): ArrayBuffer[] {
  if (!('answer' in message) || message.answer === null || !('outputs' in message.answer)) return [];
  const records = 'records' in message.answer ? message.answer.records : [];
  return [message.answer.outputs, ...records.map(({ parameters }) => parameters)].map(({ buffer }) => buffer as ArrayBuffer); // prettier-ignore
}
