import { decodeLink, encodeLink, LinkError } from './link.ts';
import type { Problem } from './problem.ts';
import { replaceScene, report, sceneStore } from './store.ts';

/** Delays a call; the page gives setTimeout, a test something that it holds in its hand. */
export interface Timer {
  set(work: () => void, milliseconds: number): unknown;
  clear(id: unknown): void;
}

/** Where the scene's link is kept: the page's address. */
export interface Address {
  /** The hash, with its `#`; empty where there is none. */
  read(): string;
  /** Puts a hash in place of the present one, without a step of the browser's history. */
  write(hash: string): void;
  /** Calls back when somebody else changes the hash; returns what ends it. */
  onChange(listener: () => void): () => void;
}

/** Browsers refuse to write the address more than about 100 times in 30 s; at this pause it is 75 at most. */
export const pauseBeforeWriting = 400;

/** Puts off work until it has not been asked for during `milliseconds`. */
export function settled(work: () => void, milliseconds: number, timer: Timer): { later(): void; cancel(): void } {
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
  return { later, cancel };
}

/** Opens the scene of a link; a link without one changes nothing. Returns what was wrong with it. */
export function openLink(link: string): readonly Problem[] {
  try {
    const input = decodeLink(link);
    return input === undefined ? [] : replaceScene(input);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const text = { en: `${error.sentence('en')}; nothing was changed`, zh: `${error.sentence('zh')}；没有任何改动` };
    const problems: readonly Problem[] = [{ path: '', sentence: (language) => text[language] }];
    report(problems);
    return problems;
  }
}

/** Keeps the scene and the address in step: opens what the address holds now and whenever it changes, writes what settles. */
export function followAddress(address: Address, timer: Timer): () => void {
  let last = '';
  const open = (): void => {
    const hash = address.read();
    if (hash === '' || hash === last) return;
    writing.cancel();
    last = hash;
    openLink(hash);
    writing.cancel();
  };
  const writing = settled(
    () => {
      const hash = address.read();
      // Somebody changed the address, and word of it is still under way: what they opened comes first.
      if (hash !== '' && hash !== last) return open();
      last = encodeLink(sceneStore.getState().scene);
      address.write(last);
    },
    pauseBeforeWriting,
    timer,
  );
  open();
  const endListening = address.onChange(open);
  const endWatching = sceneStore.subscribe((state, before) => {
    if (state.scene !== before.scene) writing.later();
  });
  return () => {
    endListening();
    endWatching();
    writing.cancel();
  };
}
