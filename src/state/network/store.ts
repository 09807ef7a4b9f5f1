import { createStore } from 'zustand/vanilla';
import type { History } from '../../network/train/history.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import type { Record } from './messages.ts';
import type { Samples } from './samples.ts';
import type { Common } from './spec.ts';

/** One optimizer's network, as far as it is trained. */
export interface LabRun {
  readonly id: string;
  /** The same as long as it is the same training, also where that has to begin again. */
  readonly key: string;
  /** The thread that trains it. */
  readonly place: number;
  readonly spec: TrainSpec;
  /** It grows; read entries up to `epoch` alone. */
  readonly history: History;
  readonly records: readonly Record[];
  /** Epochs that are trained. */
  readonly epoch: number;
  /** The epoch that the outputs belong to. */
  readonly shown: number;
  readonly outputs: Float32Array;
  /** Places along a side of the grid that the outputs lie on. */
  readonly side: number;
  /** The step, from 1, after which a number was not finite. */
  readonly divergedAt?: number;
}

/** The networks of the scene, in the order of its optimizers; those that have not begun are missing. */
export interface LabState {
  readonly samples: Samples;
  /** Undefined where there are no samples. */
  readonly common: Common | undefined;
  readonly runs: readonly LabRun[];
  /** True where training is done on the page's own thread. */
  readonly isSlow: boolean;
  readonly failure?: string;
}

export const labStore = createStore<LabState>()(() => ({
  samples: { data: undefined, notes: [], fault: undefined },
  common: undefined,
  runs: [],
  isSlow: false,
}));

/** The parameters at an epoch, or at the last one before it that was kept. */
export const recordAt = ({ records }: Pick<LabRun, 'records'>, epoch: number): Record | undefined =>
  records.findLast((record) => record.epoch <= epoch);
