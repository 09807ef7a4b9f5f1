import { type Found, searchInStages, type Trial } from '../../engine/tune.ts';
import type { Model } from '../../network/predict.ts';
import {
  searchAxes,
  type SearchedName,
  type SearchedValues,
  searchStages,
  type TrainingStage,
} from '../../network/search.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import { Dropped, type Pool } from './pool.ts';

/** A trial that is done: its values, how badly it did (1 − its best score on validation), and its network. */
export interface LabTrial extends Trial<SearchedName> {
  /** In the order in which it was drawn. */
  readonly place: number;
  readonly stage: number;
  readonly model: Model;
}

/** The axes that mean something for a training: mu where its rule has one, units where there are hidden layers. */
export function axesFor({ shape, rule }: TrainSpec, hasMu = /\bmu\b/.test(rule.formula)): Partial<typeof searchAxes> {
  const { mu, hidden, ...others } = searchAxes;
  return { ...others, ...(hasMu ? { mu } : {}), ...(shape.sizes.length > 2 ? { hidden } : {}) };
}

export const trialsIn = (stages: readonly TrainingStage[]): number =>
  stages.reduce((sum, { trials }) => sum + trials, 0);

/** A search under way. */
export interface Searching {
  /** What was found; rejects with `Dropped` where it was cancelled. */
  readonly found: Promise<Found<SearchedName>>;
  cancel(): void;
}

/**
 * Searches in the threads of a pool, a stage after the other, as many trials at once as there are threads; `tell` gets
 * each that is done. The same training and seed give the same trials and the same winner, whatever the number of threads.
 */
export function searchInThreads(
  pool: Pool,
  spec: TrainSpec,
  tell: (trial: LabTrial) => void,
  stages: readonly TrainingStage[] = searchStages,
): Searching {
  let isCancelled = false;
  const axes = axesFor(spec) as typeof searchAxes;
  const search = searchInStages({ axes, stages, seed: spec.seed });
  const models = new Map<number, Model>();

  const tryStage = async (values: readonly SearchedValues[], stage: number, first: number): Promise<number[]> => {
    const scores = Array<number>(values.length).fill(NaN);
    let next = 0;
    const { epochs } = stages[stage] as TrainingStage;
    const worker = async (place: number): Promise<void> => {
      while (next < values.length) {
        const i = next;
        next += 1;
        const own = values[i] as Readonly<Record<SearchedName, number>>;
        const { score, model } = await pool.ask(place, 'trial', { spec, values: own, epochs });
        if (isCancelled) throw new Dropped();
        scores[i] = score;
        models.set(first + i, model);
        tell({ values: own, score, place: first + i, stage, model });
      }
    };
    await Promise.all(Array.from({ length: Math.min(pool.size, values.length) }, (_, place) => worker(place)));
    return scores;
  };

  const run = async (): Promise<Found<SearchedName>> => {
    let step = search.next();
    let [stage, first] = [0, 0];
    while (step.done !== true) {
      const scores = await tryStage(step.value, stage, first);
      first += step.value.length;
      stage += 1;
      step = search.next(scores);
    }
    return step.value;
  };
  return {
    found: run(),
    cancel: () => {
      isCancelled = true;
    },
  };
}

/** Trials from the best to the worst; those that are equal in the order in which they were drawn. */
export const ranked = <T extends Pick<LabTrial, 'score' | 'place'>>(trials: readonly T[]): T[] =>
  [...trials].sort((a, b) => a.score - b.score || a.place - b.place);
