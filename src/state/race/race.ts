import { createStore } from 'zustand/vanilla';
import { searchInStages } from '../../engine/tune.ts';
import { emptyCells } from '../../sweep/cells.ts';
import type { SweepPool } from '../../sweep/pool.ts';
import { floorOf } from '../maps/floor.ts';
import type { Runner, Scene } from '../schema.ts';
import { runnersIn } from '../settings.ts';
import { type RaceChoice, raceAxes, raceIn, raceStages, trialsPlan } from './plan.ts';
import { type RaceTrial, scoreOf } from './score.ts';

/** What has been tried of one optimizer, in the order in which it was drawn. */
export interface RaceEntry {
  readonly id: string;
  readonly trials: readonly RaceTrial[];
}

/** The race that was run last, or is under way; no part of the scene, since the same seed finds the same again. */
export interface RaceState {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  /** The scene that it was begun with. */
  readonly scene: Scene | undefined;
  readonly entries: readonly RaceEntry[];
  /** Trials of all optimizers. */
  readonly planned: number;
  readonly failure: string;
}

const nothing: RaceState = { status: 'none', scene: undefined, entries: [], planned: 0, failure: '' };

export const raceStore = createStore<RaceState>()(() => nothing);

/** A race under way. */
export interface Racing {
  cancel(): void;
}

interface Telling {
  /** Some trials of an optimizer are done. */
  tell(id: string, trials: readonly RaceTrial[]): void;
  done(): void;
  fail(why: string): void;
}

type Values = Readonly<Record<string, number>>;

/** Tries the settings of one stage of an optimizer's search in the pool's threads; returns what drops them. */
function tryStage(
  pool: SweepPool,
  scene: Scene,
  runner: Runner,
  choice: RaceChoice,
  { values, first, stage }: { readonly values: readonly Values[]; readonly first: number; readonly stage: number },
  told: { tell(trials: RaceTrial[]): void; done(scores: number[]): void; fail(why: string): void },
): () => void {
  const plan = trialsPlan(scene, runner, choice, values);
  const [across, up] = plan.size;
  const cells = emptyCells(across * up);
  const scores = Array<number>(up).fill(NaN);
  const floor = floorOf(scene);
  return pool.make({ plan, backend: 'worker', cells }, (news) => {
    if ('failure' in news) {
      told.fail(news.failure);
      return;
    }
    // A list's parts are bands of whole rows: of trials in all their cases.
    if ('pixels' in news.region) return;
    const { y, up: count } = news.region;
    told.tell(
      Array.from({ length: count }, (_, i) => {
        const trial = scoreOf(cells, (y + i) * across, across, floor);
        scores[y + i] = trial.score;
        return { ...trial, values: values[y + i] as Values, place: first + y + i, stage };
      }),
    );
    if (news.share === 1) told.done(scores);
  });
}

/**
 * Tunes every optimizer of a scene with the same budget, each by random search in stages from coarse to fine, all from the
 * same seed: the same scene gives the same trials and the same winners, whatever the number of threads.
 */
export function race(pool: SweepPool, scene: Scene, { tell, done, fail }: Telling): Racing {
  const choice = raceIn(scene);
  const drops = new Map<string, () => void>();
  let left = 0;
  let isOver = false;

  const cancel = (): void => {
    isOver = true;
    for (const drop of drops.values()) drop();
  };
  const search = (runner: Runner): void => {
    const { id } = runner;
    const trials = searchInStages({
      axes: raceAxes(scene, runner),
      stages: raceStages(choice.trials),
      // Spread over all bits: the first draws of small seeds are nearly the same.
      seed: Math.imul(choice.seed + 1, 0x9e3779b1),
    });
    const next = (step: ReturnType<typeof trials.next>, stage: number, first: number): void => {
      if (isOver) return;
      if (step.done === true) {
        left -= 1;
        if (left === 0) done();
        return;
      }
      const values = step.value;
      drops.set(
        id,
        tryStage(
          pool,
          scene,
          runner,
          choice,
          { values, first, stage },
          {
            tell: (made) => tell(id, made),
            done: (scores) => next(trials.next(scores), stage + 1, first + values.length),
            fail: (why) => {
              cancel();
              fail(why);
            },
          },
        ),
      );
    };
    next(trials.next(), 0, 0);
  };
  const runners = runnersIn(scene);
  left = runners.length;
  for (const runner of runners) search(runner);
  return { cancel };
}

let under: Racing | undefined;

/** Stops the race that is under way; what it has found stays. */
export function cancelRace(): void {
  if (under === undefined) return;
  under.cancel();
  under = undefined;
  raceStore.setState({ status: 'cancelled' });
}

/** Tunes the scene's optimizers; what they find is in the store as it comes. */
export function startRace(pool: SweepPool, scene: Scene): void {
  cancelRace();
  const entries = runnersIn(scene).map(({ id }) => ({ id, trials: [] }));
  const planned = entries.length * raceIn(scene).trials;
  raceStore.setState({ ...nothing, status: 'running', scene, entries, planned });
  under = race(pool, scene, {
    tell: (id, made) =>
      raceStore.setState(({ entries: before }) => ({
        entries: before.map((entry) =>
          entry.id === id ? { id, trials: [...entry.trials, ...made].sort((a, b) => a.place - b.place) } : entry,
        ),
      })),
    done: () => {
      under = undefined;
      raceStore.setState({ status: 'done' });
    },
    fail: (failure) => {
      under = undefined;
      raceStore.setState({ status: 'failed', failure });
    },
  });
}

/** How much of a race is done. */
export const madeIn = ({ entries }: Pick<RaceState, 'entries'>): number =>
  entries.reduce((sum, { trials }) => sum + trials.length, 0);
