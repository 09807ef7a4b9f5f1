import { beforeEach, describe, expect, it } from 'vitest';
import { type Address, followAddress, openLink, pauseBeforeWriting, type Timer } from '../../src/state/address.ts';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { canUndo, change, history, sceneStore, showView, undo } from '../../src/state/store.ts';

/** A timer that rings when it is told to. */
const byHand = () => {
  const waiting = new Map<unknown, () => void>();
  let asked = 0;
  const timer: Timer = {
    set: (work, milliseconds) => {
      expect(milliseconds).toBe(pauseBeforeWriting);
      asked += 1;
      waiting.set(asked, work);
      return asked;
    },
    clear: (id) => void waiting.delete(id),
  };
  const ring = (): void => {
    const due = [...waiting.values()];
    waiting.clear();
    for (const work of due) work();
  };
  return { timer, ring, isWaiting: () => waiting.size > 0 };
};

/** A browser's history of one page: entries with their marks, the one that is shown, and who hears of visits. */
const inMemory = (hash = '') => {
  let listener: (() => void) | undefined;
  let leaving: (() => void) | undefined;
  const written: string[] = [];
  const entries: { hash: string; mark?: number }[] = [{ hash }];
  let at = 0;
  const address: Address = {
    read: () => entries[at]?.hash ?? '',
    mark: () => entries[at]?.mark,
    write: (next, mark) => {
      entries[at] = { hash: next, mark };
      written.push(next);
    },
    push: (next, mark) => {
      entries.splice(at + 1, Infinity, { hash: next, mark });
      at += 1;
    },
    onChange: (call) => {
      listener = call;
      return () => (listener = undefined);
    },
    onLeave: (call) => {
      leaving = call;
      return () => (leaving = undefined);
    },
  };
  const type = (next: string): void => {
    entries.splice(at + 1, Infinity, { hash: next });
    at += 1;
  };
  const visit = (next: string): void => {
    type(next);
    listener?.();
  };
  const go = (by: number): void => {
    at += by;
    listener?.();
  };
  return {
    address,
    written,
    type,
    visit,
    go,
    depth: () => entries.length,
    isHeard: () => listener !== undefined,
    leave: () => leaving?.(),
  };
};

const steps = (count: number) => (scene: Scene) => ({ ...scene, steps: count });
const scene = (): Scene => sceneStore.getState().scene;

beforeEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

describe('the address', () => {
  it('is written at once where the page is left before the scene has settled, and only then', () => {
    const { address, written, leave } = inMemory();
    const { timer, ring, isWaiting } = byHand();
    const end = followAddress(address, timer);
    leave();
    expect(written).toEqual([]);
    change(steps(21));
    leave();
    expect(written).toEqual([encodeLink(scene())]);
    expect(isWaiting()).toBe(false);
    ring();
    leave();
    expect(written).toHaveLength(1);
    change(steps(22));
    end();
    leave();
    expect(written).toHaveLength(1);
  });

  it('is opened at the start, and again when it changes', () => {
    const { address, visit, written } = inMemory(encodeLink({ ...initialScene(), steps: 31 }));
    const { timer, isWaiting } = byHand();
    const end = followAddress(address, timer);
    expect(scene().steps).toBe(31);
    visit(encodeLink({ ...initialScene(), steps: 32 }));
    expect(scene().steps).toBe(32);
    expect([written, isWaiting()]).toEqual([[], false]);
    end();
  });

  it('is written once, when changes settle', () => {
    const { address, written, isHeard } = inMemory();
    const { timer, ring } = byHand();
    const end = followAddress(address, timer);
    for (const count of [10, 11, 12]) change(steps(count), 'steps');
    expect(written).toEqual([]);
    ring();
    expect(written).toEqual([encodeLink(scene())]);
    end();
    expect(isHeard()).toBe(false);
    change(steps(13));
    ring();
    expect(written).toHaveLength(1);
  });

  it('that somebody changed is opened, not written over, before word of it arrives', () => {
    const { address, written, type } = inMemory();
    const { timer, ring } = byHand();
    const end = followAddress(address, timer);
    change(steps(10));
    type(encodeLink({ ...initialScene(), steps: 33 }));
    ring();
    expect(scene().steps).toBe(33);
    expect(written).toEqual([]);
    end();
  });

  it('that holds no scene leaves a sentence, and everything else as it was', () => {
    change(steps(10));
    const before = scene();
    const problems = openLink('#1damaged');
    expect(scene()).toBe(before);
    expect(problems).toHaveLength(1);
    expect(sceneStore.getState().problems[0]?.sentence('zh')).toMatch(/链接已损坏.*没有任何改动/);
  });
});

describe('another view', () => {
  const shown = () => ({ view: scene().view, steps: scene().steps });
  const follow = (address: Address) => {
    const { timer, ring, isWaiting } = byHand();
    return { end: followAddress(address, timer), ring, isWaiting };
  };

  it('is one step of the history at once, and the step before holds the scene as it was left', () => {
    const { address, written, depth } = inMemory();
    const { end, isWaiting } = follow(address);
    change(steps(10));
    const left = scene();
    showView('backprop');
    expect(written).toEqual([encodeLink(left)]);
    expect(address.read()).toBe(encodeLink({ ...left, view: 'backprop' }));
    expect([depth(), isWaiting()]).toEqual([2, false]);
    showView('backprop');
    expect(depth()).toBe(2);
    end();
  });

  it('comes and goes with back and forward, and what was set meanwhile stays', () => {
    const { address, go, depth } = inMemory();
    const { end, ring } = follow(address);
    showView('backprop');
    change(steps(10));
    ring();
    go(-1);
    expect(shown()).toEqual({ view: 'playground', steps: 10 });
    expect(address.read()).toBe(encodeLink(scene()));
    change(steps(11));
    ring();
    go(1);
    expect(shown()).toEqual({ view: 'backprop', steps: 11 });
    expect(address.read()).toBe(encodeLink(scene()));
    expect(depth()).toBe(2);
    end();
  });

  it('is left for a whole scene where a link was opened in between', () => {
    const { address, go, visit } = inMemory();
    const { end, ring } = follow(address);
    showView('backprop');
    change(steps(10));
    ring();
    visit(encodeLink({ ...initialScene(), steps: 33 }));
    change(steps(34));
    ring();
    showView('backprop');
    go(-1);
    expect(shown()).toEqual({ view: 'playground', steps: 34 });
    go(-1);
    expect(shown()).toEqual({ view: 'backprop', steps: 10 });
    go(-1);
    expect(shown()).toEqual({ view: 'playground', steps: 10 });
    end();
  });

  it('goes on after a reload, which reads the scene from the entry that is shown', () => {
    const { address, go } = inMemory();
    const before = follow(address);
    showView('backprop');
    change(steps(10));
    before.ring();
    before.end();
    sceneStore.setState({ scene: initialScene() });
    const after = follow(address);
    expect(shown()).toEqual({ view: 'backprop', steps: 10 });
    change(steps(12));
    after.ring();
    go(-1);
    expect(shown()).toEqual({ view: 'playground', steps: 12 });
    after.end();
  });

  it('is no step of undo, and undo leads to the view in which the change was made', () => {
    history.getState().clear();
    showView('backprop');
    expect(canUndo()).toBe(false);
    change(steps(10));
    showView('playground');
    undo();
    expect(shown()).toEqual({ view: 'backprop', steps: initialScene().steps });
  });
});
