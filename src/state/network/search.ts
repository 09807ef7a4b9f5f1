import { type Found, searchInStages, type Trial } from '../../engine/tune.ts';
import type { Model } from '../../network/predict.ts';
import { searchAxes, type SearchedName, searchStages, type TrainingStage } from '../../network/search.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import type { Snapshot } from '../../network/train/train.ts';
import { Dropped, type Pool } from './pool.ts';

/** A trial that is done: its values, how badly it does in the end (1 − its score on validation), and its network. */
export interface LabTrial extends Trial<SearchedName> {
  /** In the order in which it was drawn. */
  readonly place: number;
  readonly stage: number;
  readonly model: Model;
  /** The place of the trial that it goes on from. */
  readonly resumes?: number;
}

/** A trial to be made, or to go on; and one that stopped. */
type Planned = Pick<LabTrial, 'values' | 'resumes'> & { readonly from?: Snapshot };
type Stopped = Pick<LabTrial, 'values' | 'score' | 'place'> & { readonly snapshot: Snapshot };

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
 * each that is done. In a later stage the best so far go on from where they stopped, and others are drawn around the very
 * best. The same training and seed give the same trials and the same winner, whatever the number of threads.
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
  /** The best so far: as many as a later stage goes on with. */
  let stopped: readonly Stopped[] = [];
  const most = Math.max(...stages.map(({ resumed = 0 }) => resumed));

  const tryStage = async (planned: readonly Planned[], stage: number, first: number): Promise<number[]> => {
    const scores = Array<number>(planned.length).fill(NaN);
    let next = 0;
    const { epochs } = stages[stage] as TrainingStage;
    const worker = async (at: number): Promise<void> => {
      while (next < planned.length) {
        const i = next;
        next += 1;
        const { from, ...trial } = planned[i] as Planned;
        const ask = { spec, values: trial.values, epochs, ...(from && { from }) };
        const { score, model, snapshot } = await pool.ask(at, 'trial', ask);
        if (isCancelled) throw new Dropped();
        scores[i] = score;
        const place = first + i;
        stopped = ranked([...stopped, { values: trial.values, score, place, snapshot }]).slice(0, most);
        tell({ ...trial, score, place, stage, model });
      }
    };
    await Promise.all(Array.from({ length: Math.min(pool.size, planned.length) }, (_, at) => worker(at)));
    return scores;
  };

  const run = async (): Promise<Found<SearchedName>> => {
    let step = search.next();
    let [stage, first] = [0, 0];
    const resumed: Trial<SearchedName>[] = [];
    while (step.done !== true) {
      const goOn = stopped
        .filter(({ score }) => Number.isFinite(score))
        .slice(0, stages[stage]?.resumed ?? 0)
        .map(({ values, place, snapshot }): Planned => ({ values, resumes: place, from: snapshot }));
      // Those that go on are of the budget of their stage: so many fewer are drawn.
      const drawn = step.value.slice(0, step.value.length - goOn.length);
      const planned = [...goOn, ...drawn.map((values): Planned => ({ values }))];
      const scores = await tryStage(planned, stage, first);
      goOn.forEach(({ values }, i) => resumed.push({ values, score: scores[i] as number }));
      first += planned.length;
      stage += 1;
      step = search.next(scores.slice(goOn.length));
    }
    const { best, trials } = step.value;
    return { best: resumed.reduce((a, b) => (b.score < a.score ? b : a), best), trials: [...trials, ...resumed] };
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
