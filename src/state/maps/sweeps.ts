import { createStore } from 'zustand/vanilla';
import { type SweepAxis, valuesOn } from '../../sweep/axis.ts';
import { type Cells, emptyCells } from '../../sweep/cells.ts';
import type { Backend } from '../../sweep/messages.ts';
import type { SweepPlan } from '../../sweep/plan.ts';
import { sweepPoolNow } from './maker.ts';

/** A map, as far as it is made. Its cells are written on: `version` tells one state of them from another. */
export interface MapUnder {
  readonly plan: SweepPlan;
  readonly cells: Cells;
  readonly version: number;
  /** Runs that have been made, of all. */
  readonly share: number;
  readonly backend: Backend;
  readonly failure?: string;
  /** True where it was stopped before all runs were made; those that are stay. */
  readonly isStopped?: boolean;
}

/** Whether runs of a map are being made. */
export const isUnder = ({ share, failure, isStopped }: MapUnder): boolean =>
  share < 1 && failure === undefined && isStopped !== true;

/** The maps that are shown, by name. */
export const sweepsStore = createStore<Readonly<Record<string, MapUnder>>>()(() => ({}));

/** Neighbouring values that float32 cannot tell apart by at least this share of its precision need float64. */
const finest = 2 ** -20;

/** Whether the middles of neighbouring pixels lie so near to each other that float32 runs out. */
export function needsDouble(axis: SweepAxis, count: number): boolean {
  const values = valuesOn(axis, count);
  if (count < 2) return false;
  const gap = Math.abs((values[1] as number) - (values[0] as number));
  const size = Math.max(Math.abs(axis.from), Math.abs(axis.to));
  return axis.scale === 'linear' && gap < finest * size;
}

const backendOf = ({ axes, size }: SweepPlan): Backend =>
  axes.some((axis, i) => needsDouble(axis, size[i] as number)) ? 'worker' : 'gpu';

interface Running {
  readonly key: string;
  readonly drop: () => void;
}

const running = new Map<string, Running>();

const update = (name: string, change: (before: MapUnder) => MapUnder): void => {
  const before = sweepsStore.getState()[name];
  if (before !== undefined) sweepsStore.setState({ [name]: change(before) });
};

function begin(name: string, key: string, plan: SweepPlan): void {
  const [width, height] = plan.size;
  const before = sweepsStore.getState()[name];
  const isAlike = before !== undefined && before.plan.size.join() === plan.size.join();
  // A map of the same size stays in sight until the new one is there, part by part.
  const cells = isAlike ? before.cells : emptyCells(width * height);
  const backend = backendOf(plan);
  sweepsStore.setState({ [name]: { plan, cells, version: 0, share: 0, backend } });
  const drop = sweepPoolNow().make({ plan, backend, cells }, (news) =>
    update(name, (map) => {
      if ('failure' in news) return { ...map, failure: news.failure };
      return { ...map, version: map.version + 1, share: news.share, backend: news.backend };
    }),
  );
  running.set(name, { key, drop });
}

const end = (name: string): void => {
  running.get(name)?.drop();
  running.delete(name);
};

/** Makes the map of a name the one of this plan; nothing is begun again where it is already. */
export function wantMap(name: string, plan: SweepPlan): void {
  const key = JSON.stringify(plan);
  if (running.get(name)?.key === key) return;
  end(name);
  begin(name, key, plan);
}

/** Stops the maps that are under way; what is made of them stays. */
export function stopMaps(): void {
  for (const [name, map] of Object.entries(sweepsStore.getState()))
    if (isUnder(map)) {
      running.get(name)?.drop();
      update(name, (before) => ({ ...before, isStopped: true }));
    }
}

/** Makes the maps that were stopped, from the beginning: what is there stays in sight until then. */
export function resumeMaps(): void {
  for (const [name, { plan, isStopped }] of Object.entries(sweepsStore.getState()))
    if (isStopped === true) begin(name, JSON.stringify(plan), plan);
}

/** Drops a map and forgets it. */
export function forgetMap(name: string): void {
  end(name);
  const { [name]: _, ...rest } = sweepsStore.getState();
  sweepsStore.setState(rest, true);
}
