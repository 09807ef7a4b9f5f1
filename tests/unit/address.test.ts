import { beforeEach, describe, expect, it } from 'vitest';
import { type Address, followAddress, openLink, pauseBeforeWriting, type Timer } from '../../src/state/address.ts';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { change, sceneStore } from '../../src/state/store.ts';

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

const inMemory = (hash = '') => {
  let listener: (() => void) | undefined;
  const written: string[] = [];
  let current = hash;
  const address: Address = {
    read: () => current,
    write: (next) => {
      current = next;
      written.push(next);
    },
    onChange: (call) => {
      listener = call;
      return () => (listener = undefined);
    },
  };
  const visit = (next: string): void => {
    current = next;
    listener?.();
  };
  return { address, written, visit, isHeard: () => listener !== undefined };
};

const steps = (count: number) => (scene: Scene) => ({ ...scene, steps: count });
const scene = (): Scene => sceneStore.getState().scene;

beforeEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

describe('the address', () => {
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
    const { address, written } = inMemory();
    const { timer, ring } = byHand();
    const end = followAddress(address, timer);
    change(steps(10));
    const link = encodeLink({ ...initialScene(), steps: 33 });
    address.write(link);
    ring();
    expect(scene().steps).toBe(33);
    expect(written).toEqual([link]);
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
