import { createStore } from 'zustand/vanilla';
import type { SweepAxis } from '../../sweep/axis.ts';
import { type Cells, classes, emptyCells } from '../../sweep/cells.ts';
import type { SweepPlan } from '../../sweep/plan.ts';
import { ruleIn } from '../rule.ts';
import type { Runner, Scene } from '../schema.ts';
import { isShown, sceneStore } from '../store.ts';
import { fansStore } from '../fans/fans.ts';
import { hasFans } from '../fans/wanted.ts';
import { floorOf } from './floor.ts';
import { sweepPoolNow } from './maker.ts';
import { planOf } from './plan.ts';

/** A hyperparameter of one optimizer: what a slider sets. */
export interface StripOf {
  readonly optimizer: string;
  readonly name: string;
}

/** The map of one slider: the runs of an optimizer over the slider's range, with all else as it stands. */
export interface Strip {
  readonly axis: SweepAxis;
  /** One run for each of equally wide parts of the slider. */
  readonly cells: Cells;
  /** From which losses are counted on logarithmic colours; undefined where the surface's least is not known. */
  readonly floor: number | undefined;
}

/** The strips of the sliders that are in sight, by `stripKey`, as they were made last. */
export const stripsStore = createStore<Readonly<Record<string, Strip>>>()(() => ({}));

export const stripKey = ({ optimizer, name }: StripOf): string => `${optimizer} ${name}`;

const mostValues = 256;
const leastValues = 64;
/** Steps of a strip: where runs are longer it has fewer values, so that it follows a drag all the same. */
const stepsOfStrip = 128_000;

/** Values that a strip has. */
export const stripValues = (steps: number): number =>
  Math.min(mostValues, Math.max(leastValues, Math.round(stepsOfStrip / steps)));

/** The map of a slider; undefined where the optimizer takes no part, or has no such hyperparameter. */
export function stripPlan(scene: Scene, { optimizer, name }: StripOf): SweepPlan | undefined {
  const runner = scene.optimizers.find(({ id, off }) => id === optimizer && off !== true);
  const quantity = runner && ruleIn(runner, scene.optimizers).hyper[name];
  if (runner === undefined || quantity === undefined) return undefined;
  const { min, max, scale } = quantity;
  const [, y] = scene.start;
  // Where the slider itself stands makes no difference, so that a drag of it makes nothing anew.
  const resting = { ...runner, [name]: min } as Runner;
  return planOf(scene, resting, {
    axes: [
      { name, from: min, to: max, scale },
      { name: 'start.y', from: y, to: y, scale: 'linear' },
    ],
    size: [stripValues(scene.steps), 1],
    steps: scene.steps,
  });
}

interface Kept {
  readonly of: StripOf;
  /** The plan that is made, or was; undefined before the first. */
  key: string | undefined;
  isUnder: boolean;
  /** Whether the scene has changed since it was last looked at. */
  isOld: boolean;
  drop: () => void;
}

const shown = new Map<string, Kept>();
let end: (() => void) | undefined;

const forget = (key: string): void => {
  const { [key]: _, ...rest } = stripsStore.getState();
  stripsStore.setState(rest, true);
};

/** Begins what the scene wants; one under way is finished first, so that strips follow a drag that does not rest. */
function update(kept: Kept): void {
  if (kept.isUnder) return;
  kept.isOld = false;
  const { scene } = sceneStore.getState();
  const plan = stripPlan(scene, kept.of);
  const key = plan && JSON.stringify(plan);
  if (key === kept.key) return;
  kept.key = key;
  if (plan === undefined) {
    forget(stripKey(kept.of));
    return;
  }
  kept.isUnder = true;
  const cells = emptyCells(plan.size[0]);
  const finish = (): void => {
    kept.isUnder = false;
    if (kept.isOld && areSeen() && !fansStore.getState().isSoon) update(kept);
  };
  kept.drop = sweepPoolNow().make({ plan, backend: 'worker', cells, urgent: true }, (news) => {
    if ('failure' in news) {
      forget(stripKey(kept.of));
      finish();
      return;
    }
    if (news.share < 1) return;
    stripsStore.setState({ [stripKey(kept.of)]: { axis: plan.axes[0], cells, floor: floorOf(scene) } });
    finish();
  });
}

/** Under another view nobody sees them, and its maps need the threads. */
const areSeen = (): boolean => isShown('playground');

const updateOld = (): void => {
  if (!areSeen()) return;
  for (const each of shown.values()) if (each.isOld) update(each);
};

/** For when the scene has fans and has just changed: a moment later it is known which of them are made anew. */
async function updateAfterFans(): Promise<void> {
  await Promise.resolve();
  if (!fansStore.getState().isSoon) updateOld();
}

/** Keeps the strips those of the scene; fans that are soon there go before. Returns what ends it. */
function following(): () => void {
  const ends = [
    sceneStore.subscribe((now, before) => {
      if (now.scene === before.scene) return;
      for (const each of shown.values()) each.isOld = true;
      if (hasFans(now.scene)) void updateAfterFans();
      else updateOld();
    }),
    fansStore.subscribe((now, before) => {
      if (now.fans !== before.fans || !now.isSoon) updateOld();
    }),
  ];
  return () => ends.forEach((each) => each());
}

/** Keeps the strip of a slider that of the scene, until the returned function is called. */
export function showStrip(of: StripOf): () => void {
  const key = stripKey(of);
  const kept: Kept = { of, key: undefined, isUnder: false, isOld: false, drop: () => {} };
  shown.set(key, kept);
  end ??= following();
  update(kept);
  return () => {
    kept.drop();
    if (shown.get(key) === kept) {
      shown.delete(key);
      forget(key);
    }
    if (shown.size > 0) return;
    end?.();
    end = undefined;
  };
}

/** Whether every strip that is seen is that of the scene. */
export const areStripsMade = (): boolean =>
  [...shown.values()].every(({ isUnder, isOld }) => !isUnder && !(isOld && areSeen()));

const diverged = classes.indexOf('diverged');

/** Which run of a strip ends lowest; undefined where none has an end, as where all diverge. */
export function bestOf({ cells: { loss, class: kinds } }: Pick<Strip, 'cells'>): number | undefined {
  let best: number | undefined;
  loss.forEach((value, i) => {
    const counts = Number.isFinite(value) && kinds[i] !== diverged;
    if (counts && (best === undefined || value < (loss[best] as number))) best = i;
  });
  return best;
}
