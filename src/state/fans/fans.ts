import { createStore } from 'zustand/vanilla';
import type { Fan, FanSettings } from '../../engine/fan/fan.ts';
import { preferences } from '../preferences.ts';
import { runsStore } from '../runs.ts';
import type { Scene } from '../schema.ts';
import type { FanMaker, Made } from './maker.ts';
import { soloIn } from '../settings.ts';
import { stats, stopwatch } from '../stats.ts';
import { isShown } from '../store.ts';
import { wantedFans } from './wanted.ts';

/** The fans of the scene, as far as they are made. */
export interface FansState {
  /** In the scene's order. While a slider moves, a fan may be that of a moment ago. */
  readonly fans: readonly Fan[];
  /** How many are still to be made. */
  readonly waiting: number;
  /** True where those that are waited for are soon there, all together. */
  readonly isSoon: boolean;
  /** True where they are made on the page's own thread. */
  readonly isSlow: boolean;
  /** Why one could not be made. */
  readonly failure?: string;
}

const nothing: FansState = { fans: [], waiting: 0, isSoon: false, isSlow: false };

export const fansStore = createStore<FansState>()(() => nothing);

/** Called where fans are made on the page's own thread. */
export const slowFans = (): void => fansStore.setState({ isSlow: true });

/** The fans that are shown: the solo optimizer's alone, where there is one. */
export function shownFans(scene: Scene, fans: readonly Fan[]): readonly Fan[] {
  const solo = soloIn(scene);
  return solo === undefined ? fans : fans.filter(({ id }) => id === solo.id);
}

/** A fan of no more steps than this is soon made. */
const soonMade = 200_000;
const isSoonMade = ({ wanted: { seeds, settings } }: Kept): boolean => seeds * settings.steps <= soonMade;

interface Kept {
  readonly key: string;
  readonly wanted: FanSettings;
  readonly made?: Made;
}

interface Under {
  readonly item: Kept;
  drop(): void;
}

const isOnSameSurface = (one: FanSettings, other: FanSettings): boolean =>
  one.settings.loss.formula === other.settings.loss.formula &&
  one.settings.domain.join() === other.settings.domain.join();

/**
 * Keeps the fans those of the scene and of the measure that is shown: only those are made whose settings changed, as many
 * side by side as the maker can. Fans that are soon made are shown all together: to draw the picture anew for each of
 * them takes longer than to make it. Returns what ends it.
 */
export function followFans(maker: FanMaker): () => void {
  const kept = new Map<string, Kept>();
  /** Made since the latest that are shown. */
  const fresh = new Map<string, Kept>();
  const under = new Set<Under>();
  let wanted: readonly Kept[] = [];
  let since = stopwatch();

  const isMade = ({ key, wanted: { id } }: Kept): boolean => (fresh.get(id) ?? kept.get(id))?.key === key;

  const publish = (): void => {
    const before = fansStore.getState();
    const waiting = wanted.filter((item) => !isMade(item)).length;
    if (waiting === 0 || fresh.size >= wanted.length || [...fresh.values()].some((item) => !isSoonMade(item))) {
      for (const [id, item] of fresh) kept.set(id, item);
      fresh.clear();
    }
    const made = wanted.flatMap(({ wanted: { id } }) => kept.get(id)?.made ?? []);
    const fans = made.flatMap((one) => ('fan' in one ? one.fan : []));
    const failure = made.flatMap((one) => ('failure' in one ? one.failure : []))[0];
    const isSame = fans.length === before.fans.length && fans.every((fan, i) => fan === before.fans[i]);
    const { isSlow } = before;
    const isSoon = waiting > 0 && !isSlow && wanted.every(isSoonMade);
    if (isSame && waiting === before.waiting && isSoon === before.isSoon && failure === before.failure) return;
    if (waiting === 0 && before.waiting > 0) stats.lastFansMs = since();
    const shown = isSame ? before.fans : fans;
    fansStore.setState({ fans: shown, waiting, isSoon, isSlow, ...(failure === undefined ? {} : { failure }) }, true);
  };

  const tell = (item: Kept, made: Made): void => {
    const { id } = item.wanted;
    const now = wanted.find((other) => other.wanted.id === id);
    // One that was ordered earlier may come later.
    if (now !== undefined && !isMade(now) && isOnSameSurface(now.wanted, item.wanted)) fresh.set(id, { ...item, made });
    publish();
    next();
  };

  const next = (): void => {
    for (const one of under) {
      if (isSoonMade(one.item) || wanted.some(({ key }) => key === one.item.key)) continue;
      one.drop();
      under.delete(one);
    }
    const isUnder = ({ key }: Kept): boolean => [...under].some(({ item }) => item.key === key);
    for (const item of wanted) {
      if (under.size >= maker.atOnce) return;
      if (isMade(item) || isUnder(item)) continue;
      const one: Under = {
        item,
        drop: maker.make(item.wanted, (made) => {
          under.delete(one);
          tell(item, made);
        }),
      };
      under.add(one);
    }
  };

  const follow = (): void => {
    // Nobody sees them under another view; on return all is as the scene has it by then.
    if (!isShown('playground')) return;
    since = stopwatch();
    wanted = wantedFans(runsStore.getState().scene, preferences.getState().measure).map((one) => ({
      key: JSON.stringify(one),
      wanted: one,
    }));
    for (const fans of [kept, fresh])
      for (const [id, old] of fans)
        if (!wanted.some((now) => now.wanted.id === id && isOnSameSurface(now.wanted, old.wanted))) fans.delete(id);
    publish();
    next();
  };

  follow();
  const ends = [runsStore.subscribe(follow), preferences.subscribe(follow)];
  return () => {
    for (const end of ends) end();
    for (const one of under) one.drop();
    fansStore.setState(nothing, true);
  };
}
