import { createStore } from 'zustand/vanilla';
import { type SweepAxis, valuesOn } from '../../sweep/axis.ts';
import { type Cells, emptyCells, unknownClass } from '../../sweep/cells.ts';
import { pixelsOf, type Region } from '../../sweep/lattice.ts';
import type { Backend } from '../../sweep/messages.ts';
import { partsIn } from '../../sweep/pieces.ts';
import type { SweepPlan } from '../../sweep/plan.ts';
import { sweepPoolNow } from './maker.ts';

/** A map, as far as it is made. Its cells are written on: `version` tells one state of them from another. */
export interface MapUnder {
  readonly plan: SweepPlan;
  readonly cells: Cells;
  /** 1 where the pixel's own run has been made; others show that of a pixel beside them, or of the map before. */
  readonly made: Uint8Array;
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

/** Neighbouring values of a map need float64 where they differ by less than this share of them, some steps of float32. */
const finest = 2 ** -21;

/** Whether the middles of neighbouring pixels lie so near to each other that float32 runs out. */
export function needsDouble(axis: SweepAxis, count: number): boolean {
  const values = valuesOn(axis, count);
  const isNear = (value: number, i: number): boolean => {
    const next = values[i + 1];
    return next !== undefined && Math.abs(next - value) < finest * Math.max(Math.abs(value), Math.abs(next));
  };
  return values.some(isNear);
}

/** Where the runs of a map are made. */
export const backendOf = ({ axes, size }: SweepPlan): Backend =>
  axes.some((axis, i) => needsDouble(axis, size[i] as number)) ? 'worker' : 'gpu';

const mark = (made: Uint8Array, width: number, region: Region): void => {
  for (const at of pixelsOf(region, width)) made[at] = 1;
};

interface Running {
  readonly key: string;
  readonly drop: () => void;
}

const running = new Map<string, Running>();

const update = (name: string, change: (before: MapUnder) => MapUnder): void => {
  const before = sweepsStore.getState()[name];
  if (before !== undefined) sweepsStore.setState({ [name]: change(before) });
};

/** A map of which nothing is made yet. One of the same size stays in sight until the new one is there, part by part. */
function empty(name: string, plan: SweepPlan): MapUnder {
  const [width, height] = plan.size;
  const before = sweepsStore.getState()[name];
  const isAlike = before !== undefined && before.plan.size.join() === plan.size.join();
  const cells = isAlike ? before.cells : emptyCells(width * height);
  return { plan, cells, made: new Uint8Array(width * height), version: 0, share: 0, backend: backendOf(plan) };
}

function begin(name: string, key: string, plan: SweepPlan): void {
  const map = empty(name, plan);
  const { cells, made, backend } = map;
  sweepsStore.setState({ [name]: map });
  const drop = sweepPoolNow().make({ plan, backend, cells, isExact: true }, (news) =>
    update(name, (map) => {
      if ('failure' in news) return { ...map, failure: news.failure };
      mark(made, plan.size[0], news.region);
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
  const before = sweepsStore.getState()[name];
  end(name);
  // In another size, a map that was stopped is another, and stays stopped.
  if (before?.isStopped === true && JSON.stringify({ ...before.plan, size: plan.size }) === key) {
    sweepsStore.setState({ [name]: { ...empty(name, plan), isStopped: true } });
    running.set(name, { key, drop: () => undefined });
    return;
  }
  begin(name, key, plan);
}

/** Empties what still is of the map before, where the first coarse picture was not done. */
function dropOld({ plan, cells, made }: MapUnder): void {
  const [first] = partsIn(plan);
  if (first === undefined || pixelsOf(first, plan.size[0]).every((at) => made[at] === 1)) return;
  made.forEach((isMade, at) => {
    if (isMade === 0) cells.class[at] = unknownClass;
  });
}

/** Stops the maps that are under way; what is made of them stays. */
export function stopMaps(): void {
  for (const [name, map] of Object.entries(sweepsStore.getState()))
    if (isUnder(map)) {
      running.get(name)?.drop();
      dropOld(map);
      update(name, (before) => ({ ...before, version: before.version + 1, isStopped: true }));
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
