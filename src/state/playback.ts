import { lastStep } from '../engine/run.ts';
import { runsStore } from './runs.ts';
import type { Scene } from './schema.ts';
import { surfaceIn } from './surface.ts';

/** Where a show is and what it does there: enough for another window to show the same. */
export interface Place {
  readonly position: number;
  readonly playing: boolean;
  /** 1 is the playback's own pace, `stepsPerSecond` for runs. */
  readonly speed: number;
  /** Where playing ends, for a single step that is played. */
  readonly until?: number | undefined;
}

/** Where the show is in the runs. Not React state: whoever draws reads it in each frame. */
export interface Playback extends Place {
  /** Steps shown, with the fraction of the step under way; 0 … length. */
  readonly position: number;
  /** Whole steps shown. */
  readonly step: number;
  /** How often it was told where to be or what to do; playing on is not counted. */
  readonly told: number;
  /** Steps of the longest run, with the one that stopped it. */
  readonly length: number;
  readonly playing: boolean;
  /** From the start again where it is at the end. */
  play(): void;
  pause(): void;
  toggle(): void;
  /** Whole steps forward or back; pauses. */
  stepBy(steps: number): void;
  /** One step forward: played to its end where the playback glides, at once where it does not. */
  stepOn(): void;
  seek(position: number): void;
  /** Back to the start, playing if it was. */
  restart(): void;
  setSpeed(speed: number): void;
  /** Goes on from a place of the same show elsewhere; not counted as told. */
  put(place: Place): void;
  /** Plays on by so many seconds; pauses at the end. Returns whether anything moved. */
  advance(seconds: number): boolean;
  /** Called after every change; returns what ends it. */
  subscribe(listener: () => void): () => void;
}

export const stepsPerSecond = 60;
export const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const;

interface Pace {
  /** Steps in a second at speed 1. */
  readonly perSecond: number;
  /** Whether single steps are played, for what happens within a step is to be seen. */
  readonly glides: boolean;
  /** Whether what is shown next is there: playing waits for it. */
  readonly isReady?: () => boolean;
}

/** A playback over something that is `length()` steps long at the moment. */
export function createPlayback(
  length: () => number,
  { perSecond, glides, isReady = () => true }: Pace = { perSecond: stepsPerSecond, glides: false },
): Playback {
  let at = 0;
  /** Where a single step that is played ends. */
  let until: number | undefined;
  let playing = false;
  let speed = 1;
  let told = 0;
  const listeners = new Set<() => void>();
  const clamped = (position: number): number => Math.min(Math.max(position, 0), length());
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const move = (position: number, plays: boolean, end?: number): boolean => {
    const changes = position !== at || plays !== playing || end !== until;
    [at, playing, until] = [position, plays, end];
    if (changes) notify();
    return changes;
  };
  const update = (position: number, plays: boolean, end?: number): void => {
    told += 1;
    move(position, plays, end);
  };
  const self: Playback = {
    get position() {
      return clamped(at);
    },
    get step() {
      return Math.floor(clamped(at));
    },
    get length() {
      return length();
    },
    get playing() {
      return playing;
    },
    get speed() {
      return speed;
    },
    get until() {
      return until;
    },
    get told() {
      return told;
    },
    play: () => update(at >= length() ? 0 : clamped(at), true),
    pause: () => update(clamped(at), false),
    toggle: () => (playing ? self.pause() : self.play()),
    stepBy: (steps) => {
      const whole = steps < 0 ? Math.ceil(clamped(at)) : Math.floor(clamped(at));
      update(clamped(whole + Math.trunc(steps)), false);
    },
    stepOn: () => {
      const from = until ?? Math.floor(clamped(at));
      if (!glides || from >= length()) self.stepBy(1);
      else update(Math.max(from, clamped(at)), true, from + 1);
    },
    seek: (position) => void (Number.isNaN(position) || update(clamped(position), playing)),
    restart: () => update(0, playing),
    setSpeed: (next) => {
      if (!(next > 0 && Number.isFinite(next)) || next === speed) return;
      speed = next;
      told += 1;
      notify();
    },
    put: (place) => {
      const isOther = place.speed !== speed;
      speed = place.speed;
      if (!move(clamped(place.position), place.playing, place.until) && isOther) notify();
    },
    advance: (seconds) => {
      if (!playing || !isReady()) return false;
      const end = Math.min(until ?? Infinity, length());
      const position = Math.min(clamped(at) + Math.max(0, seconds) * speed * perSecond, end);
      return move(position, position < end, until);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return self;
}

const longest = (): number => runsStore.getState().runs.reduce((most, run) => Math.max(most, lastStep(run)), 0);

/** The playback of the page's runs. */
export const playback: Playback = createPlayback(longest);

const surfaceKey = (scene: Scene): string => surfaceIn(scene).id ?? surfaceIn(scene).formula;

/** Where the show goes when the scene changes: to the step that the scene names, and to the start on another surface. */
export function cursorAfter(before: Scene, after: Scene): number | undefined {
  if (after.cursor !== undefined && after.cursor !== before.cursor) return after.cursor;
  return surfaceKey(before) === surfaceKey(after) ? undefined : 0;
}

runsStore.subscribe(({ scene }, before) => {
  if (scene === before.scene) return;
  const cursor = cursorAfter(before.scene, scene);
  if (cursor !== undefined) playback.seek(cursor);
});
