import { floorOf } from '../../state/maps/floor.ts';
import { raceAxes } from '../../state/race/plan.ts';
import type { RaceEntry } from '../../state/race/race.ts';
import { bestTrial, type RaceTrial } from '../../state/race/score.ts';
import { hyperOf } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { placeOn, type SweepAxis } from '../../sweep/axis.ts';
import type { PlotBox } from '../drawTicks.ts';

/** A trial as a dot, in CSS pixels of the plot. */
export interface Dot {
  readonly id: string;
  readonly trial: RaceTrial;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How far above the plot those are that diverged. */
export const aside = 16;
/** Pixels from a dot's middle within which it is pointed at. */
const reach = 8;

/** The rates that the race tries, of all its optimizers. */
export function rateAxis(scene: Scene, entries: readonly RaceEntry[]): SweepAxis {
  const ranges = scene.optimizers.flatMap((runner) => {
    const range = entries.some(({ id }) => id === runner.id) ? raceAxes(scene, runner)['lr'] : undefined;
    return range === undefined ? [] : [range];
  });
  const axis = { name: 'lr', from: 1e-6, to: 10, scale: 'log' as const };
  if (ranges.length === 0) return axis;
  return { ...axis, from: Math.min(...ranges.map(({ min }) => min)), to: Math.max(...ranges.map(({ max }) => max)) };
}

/** Losses of the trials that end well, with air above and below; on a log scale where they are counted from a floor. */
export function lossAxis(scene: Scene, entries: readonly RaceEntry[]): SweepAxis {
  const isLog = floorOf(scene) !== undefined;
  const sorted = Float64Array.from(entries.flatMap(({ trials }) => trials.map(({ loss }) => loss)))
    .filter(Number.isFinite)
    .sort();
  if (sorted.length === 0)
    return { name: 'loss', from: isLog ? 1e-3 : 0, to: isLog ? 1e3 : 1, scale: isLog ? 'log' : 'linear' };
  // The worst of the trials may be anywhere: what is above nearly all stands at the upper edge.
  const [least, most] = [sorted[0] as number, sorted[Math.floor(0.98 * (sorted.length - 1))] as number];
  if (isLog) return { name: 'loss', from: least / 3, to: Math.max(most, least) * 3, scale: 'log' };
  const air = (most - least || 1) * 0.06;
  return { name: 'loss', from: least - air, to: most + air, scale: 'linear' };
}

const inside = (place: number): number => Math.min(1, Math.max(0, place));

/** Every trial as a dot: its learning rate across, its final loss up, those that diverged in a row of their own; in the optimizers' order, the last on top. */
export function dotsOf(
  scene: Scene,
  entries: readonly RaceEntry[],
  [across, up]: readonly [SweepAxis, SweepAxis],
  { left, top, width, height }: PlotBox,
): Dot[] {
  return entries.flatMap(({ id, trials }) => {
    const runner = scene.optimizers.find((each) => each.id === id);
    if (runner === undefined) return [];
    const lr = hyperOf(runner, 'lr');
    return trials.map((trial) => ({
      id,
      trial,
      x: left + inside(placeOn(across, trial.values['lr'] ?? lr)) * width,
      y: Number.isFinite(trial.loss) ? top + (1 - inside(placeOn(up, trial.loss))) * height : top - aside,
      radius: trial.stage === 0 ? 3.5 : 4.5,
    }));
  });
}

/** The dot that is pointed at: of those in reach the nearest, and of those the one on top. */
export function dotAt(dots: readonly Dot[], x: number, y: number): Dot | undefined {
  let [found, nearest]: [Dot | undefined, number] = [undefined, reach];
  for (const dot of dots) {
    const away = Math.hypot(dot.x - x, dot.y - y);
    if (away <= nearest) [found, nearest] = [dot, away];
  }
  return found;
}

/** What a trial is known by. */
export interface TrialOf {
  readonly id: string;
  readonly place: number;
}

export const trialIn = (entries: readonly RaceEntry[], of: TrialOf | undefined): RaceTrial | undefined =>
  entries.find(({ id }) => id === of?.id)?.trials.find(({ place }) => place === of?.place);

/**
 * The trial to which a key leads: left and right to those of the same optimizer by their learning rate, up and down to the
 * best of the other optimizers, Home to the best of the same. Where none is chosen, the best of the first. Undefined for
 * other keys, and where there is none.
 */
export function trialAfter(entries: readonly RaceEntry[], from: TrialOf | undefined, key: string): TrialOf | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: 0 };
  const step = steps[key];
  const tried = entries.filter(({ trials }) => trials.length > 0);
  if (step === undefined || tried.length === 0) return undefined;
  const at = tried.findIndex(({ id }) => id === from?.id);
  const bestOf = ({ id, trials }: RaceEntry): TrialOf => ({ id, place: (bestTrial(trials) ?? trials[0])?.place ?? 0 });
  const next = <T>(list: readonly T[], place: number): T => list[Math.min(list.length - 1, Math.max(0, place + step))] as T; // prettier-ignore
  if (at < 0) return bestOf(tried[0] as RaceEntry);
  if (key === 'Home' || key === 'ArrowUp' || key === 'ArrowDown') return bestOf(next(tried, at));
  const { id, trials } = tried[at] as RaceEntry;
  const byRate = [...trials].sort((a, b) => (a.values['lr'] ?? 0) - (b.values['lr'] ?? 0) || a.place - b.place);
  const place = byRate.findIndex((trial) => trial.place === from?.place);
  return { id, place: next(byRate, place).place };
}
