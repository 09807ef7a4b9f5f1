import { createStore } from 'zustand/vanilla';
import type { Fan, FanSettings } from '../../engine/fan/fan.ts';
import { preferences } from '../preferences.ts';
import { runsStore } from '../runs.ts';
import type { Scene } from '../schema.ts';
import type { FanMaker, Made } from './maker.ts';
import { wantedFans } from './wanted.ts';

/** The fans of the scene, as far as they are made. */
export interface FansState {
  /** In the scene's order. While a slider moves, a fan may be that of a moment ago. */
  readonly fans: readonly Fan[];
  /** How many are still to be made. */
  readonly waiting: number;
  /** True where they are made on the page's own thread. */
  readonly isSlow: boolean;
  /** Why one could not be made. */
  readonly failure?: string;
}

const nothing: FansState = { fans: [], waiting: 0, isSlow: false };

export const fansStore = createStore<FansState>()(() => nothing);

/** Called where fans are made on the page's own thread. */
export const slowFans = (): void => fansStore.setState({ isSlow: true });

/** The fans that are shown: the solo optimizer's alone, where there is one. */
export const shownFans = ({ solo, optimizers }: Scene, fans: readonly Fan[]): readonly Fan[] =>
  optimizers.some(({ id, off }) => id === solo && off !== true) ? fans.filter(({ id }) => id === solo) : fans;

/** A fan under way with more steps than this is dropped where another is wanted in its place; a smaller one is soon made. */
const soonMade = 200_000;

interface Kept {
  readonly key: string;
  readonly wanted: FanSettings;
  readonly made?: Made;
}

const isOnSameSurface = (one: FanSettings, other: FanSettings): boolean =>
  one.settings.loss.formula === other.settings.loss.formula &&
  one.settings.domain.join() === other.settings.domain.join();

/**
 * Keeps the fans those of the scene and of the measure that is shown: one is made at a time, and only those whose
 * settings changed. Returns what ends it.
 */
export function followFans(maker: FanMaker): () => void {
  const kept = new Map<string, Kept>();
  let wanted: readonly Kept[] = [];
  let under: { readonly item: Kept; drop(): void } | undefined;

  const isMade = ({ key, wanted: { id } }: Kept): boolean => kept.get(id)?.key === key;

  const publish = (): void => {
    const before = fansStore.getState();
    const made = wanted.flatMap(({ wanted: { id } }) => kept.get(id)?.made ?? []);
    const fans = made.flatMap((one) => ('fan' in one ? one.fan : []));
    const failure = made.flatMap((one) => ('failure' in one ? one.failure : []))[0];
    const isSame = fans.length === before.fans.length && fans.every((fan, i) => fan === before.fans[i]);
    const waiting = wanted.filter((item) => !isMade(item)).length;
    if (isSame && waiting === before.waiting && failure === before.failure) return;
    const { isSlow } = before;
    fansStore.setState(
      { fans: isSame ? before.fans : fans, waiting, isSlow, ...(failure === undefined ? {} : { failure }) },
      true,
    );
  };

  const tell = (item: Kept, made: Made): void => {
    under = undefined;
    const { id } = item.wanted;
    const now = wanted.find((other) => other.wanted.id === id);
    if (now !== undefined && isOnSameSurface(now.wanted, item.wanted)) kept.set(id, { ...item, made });
    publish();
    next();
  };

  const next = (): void => {
    if (under !== undefined) {
      const { item } = under;
      const isWanted = wanted.some(({ key }) => key === item.key);
      if (isWanted || item.wanted.seeds * item.wanted.settings.steps <= soonMade) return;
      under.drop();
      under = undefined;
    }
    const item = wanted.find((one) => !isMade(one));
    if (item !== undefined) under = { item, drop: maker.make(item.wanted, (made) => tell(item, made)) };
  };

  const follow = (): void => {
    wanted = wantedFans(runsStore.getState().scene, preferences.getState().measure).map((one) => ({
      key: JSON.stringify(one),
      wanted: one,
    }));
    for (const [id, old] of kept)
      if (!wanted.some((now) => now.wanted.id === id && isOnSameSurface(now.wanted, old.wanted))) kept.delete(id);
    publish();
    next();
  };

  follow();
  const ends = [runsStore.subscribe(follow), preferences.subscribe(follow)];
  return () => {
    for (const end of ends) end();
    under?.drop();
    fansStore.setState(nothing, true);
  };
}
