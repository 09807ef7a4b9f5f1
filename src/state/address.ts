import { decodeLink, encodeLink, LinkError } from './link.ts';
import { openInput } from './lessons/open.ts';
import type { Problem } from './problem.ts';
import type { Scene } from './schema.ts';
import { report, sceneStore, showView } from './store.ts';

/** Delays a call; the page gives setTimeout, a test something that it holds in its hand. */
export interface Timer {
  set(work: () => void, milliseconds: number): unknown;
  clear(id: unknown): void;
}

/** Where the scene's link is kept: the page's address, and the browser's history of it. */
export interface Address {
  /** The hash, with its `#`; empty where there is none. */
  read(): string;
  /** The mark that the present entry of the history was written with; undefined where somebody else made it. */
  mark(): number | undefined;
  /** Puts a hash in place of the present one, without a step of the history. */
  write(hash: string, mark: number): void;
  /** Adds a hash as the next step of the history. */
  push(hash: string, mark: number): void;
  /** Calls back when somebody else changes the hash, or goes back or forward; returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Calls back before the page is left, loaded again or hidden; returns what ends it. */
  onLeave(listener: () => void): () => void;
}

/** Browsers refuse to write the address more than about 100 times in 30 s; at this pause it is 75 at most. */
export const pauseBeforeWriting = 400;

interface Settled {
  later(): void;
  /** Does at once what has been put off, if anything has. */
  now(): void;
  cancel(): void;
}

/** Puts off work until it has not been asked for during `milliseconds`. */
export function settled(work: () => void, milliseconds: number, timer: Timer): Settled {
  let waiting: unknown;
  const cancel = (): void => {
    if (waiting !== undefined) timer.clear(waiting);
    waiting = undefined;
  };
  const later = (): void => {
    cancel();
    waiting = timer.set(() => {
      waiting = undefined;
      work();
    }, milliseconds);
  };
  const now = (): void => {
    if (waiting === undefined) return;
    cancel();
    work();
  };
  return { later, now, cancel };
}

/** Opens the scene or the lessons of a link; a link without one changes nothing. Returns what was wrong with it. */
export function openLink(link: string): readonly Problem[] {
  try {
    const input = decodeLink(link);
    return input === undefined ? [] : openInput(input);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const text = { en: `${error.sentence('en')}; nothing was changed`, zh: `${error.sentence('zh')}；没有任何改动` };
    const problems: readonly Problem[] = [{ path: '', sentence: (language) => text[language] }];
    report(problems);
    return problems;
  }
}

/**
 * Keeps the scene and the address in step: opens what the address holds now and whenever it changes, writes what
 * settles. Another view is a step of the browser's history, so that its back button returns to the view before; all
 * else of the scene stays as it is then. Only across a link that somebody opened in between, which entries tell by
 * their marks, does it lead to the scene as it was.
 */
export function followAddress(address: Address, timer: Timer): () => void {
  let last = '';
  let mark = 0;
  let isOpening = false;
  const write = (scene: Scene): void => {
    last = encodeLink(scene);
    address.write(last, mark);
  };
  const isForeign = (): boolean => !['', last].includes(address.read());
  const open = (): void => {
    if (!isForeign()) return;
    const found = address.mark();
    const isReturn = last !== '' && found === mark;
    mark = found ?? mark + 1;
    last = address.read();
    isOpening = true;
    if (isReturn) showViewOf(last);
    else openLink(last);
    isOpening = false;
    writing.cancel();
    if (isReturn) write(sceneStore.getState().scene);
  };
  const writing = settled(
    () => {
      // Somebody changed the address, and word of it is still under way: what they opened comes first.
      if (isForeign()) return open();
      write(sceneStore.getState().scene);
    },
    pauseBeforeWriting,
    timer,
  );
  const turn = (before: Scene, scene: Scene): void => {
    writing.cancel();
    write(before);
    last = encodeLink(scene);
    address.push(last, mark);
  };
  open();
  const endListening = address.onChange(open);
  const endLeaving = address.onLeave(writing.now);
  const endWatching = sceneStore.subscribe(({ scene }, { scene: before }) => {
    if (scene === before || isOpening) return;
    if (scene.view === before.view || isForeign()) writing.later();
    else turn(before, scene);
  });
  return () => {
    endListening();
    endLeaving();
    endWatching();
    writing.cancel();
  };
}

/** Goes to the view of a link that the page itself has written. */
const showViewOf = (link: string): void => {
  const { view } = decodeLink(link) as Scene;
  showView(view);
};
