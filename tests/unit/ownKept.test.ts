import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { courseLimit, type OwnLesson } from '../../src/state/lessons/course.ts';
import {
  createOwn,
  edit,
  move,
  ownKey,
  ownStore,
  putBack,
  record,
  remove,
  takeKept,
  takeOwn,
} from '../../src/state/lessons/own.ts';
import { shownFields } from '../../src/state/presenter/fields.ts';
import { replaceScene, sceneStore } from '../../src/state/store.ts';

const recorded = (...titles: string[]): void => {
  for (const title of titles) record(sceneStore.getState().scene, title);
};
const titles = (): string[] => ownStore.getState().lessons.map(({ title }) => title);
const ids = (): string[] => ownStore.getState().lessons.map(({ id }) => id);
const last = (): OwnLesson => ownStore.getState().lessons.at(-1) as OwnLesson;

beforeEach(() => {
  ownStore.setState({ lessons: [] });
  replaceScene({});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A device of this test's own, which may be full. */
function stubDevice(): { text: string | null; isFull: boolean; writes: number } {
  const device = { text: null as string | null, isFull: false, writes: 0 };
  vi.stubGlobal('localStorage', {
    getItem: () => device.text,
    setItem: (key: string, value: string) => {
      if (device.isFull || key !== ownKey) throw new Error('full');
      device.text = value;
      device.writes += 1;
    },
  });
  return device;
}

/** What another tab keeps on the device, told here. */
const keptElsewhere = (device: { text: string | null }, lessons: readonly unknown[], version = 1): string => {
  device.text = JSON.stringify({ version, lessons });
  takeKept();
  return device.text;
};

describe('a lesson that is put back', () => {
  it('is another one than that which has its number by now', () => {
    recorded('a', 'b');
    const deleted = last();
    remove('own-2');
    recorded('c');
    putBack(deleted, 1);
    expect(titles()).toEqual(['a', 'b', 'c']);
    expect(new Set(ids()).size).toBe(3);
  });

  it('stays away where there is no room left: more than a device keeps would be lost', () => {
    recorded(...Array.from({ length: courseLimit }, (_, i) => `${i}`));
    const deleted = last();
    remove(deleted.id);
    recorded('new');
    putBack(deleted, 0);
    expect(titles()).toHaveLength(courseLimit);
    expect(titles().at(-1)).toBe('new');
  });
});

describe('lessons from another window', () => {
  it.each([undefined, null, 'lessons', 3, {}, { lessons: [] }])('which are %j delete none', (value) => {
    recorded('a');
    takeOwn(value);
    shownFields.own.take(value);
    expect(titles()).toEqual(['a']);
  });

  it('are taken as far as there is room, and none where there are none', () => {
    recorded('a');
    takeOwn(Array.from({ length: courseLimit + 9 }, () => ({ title: 'b', scene: {} })));
    expect(titles()).toHaveLength(courseLimit);
    takeOwn([]);
    expect(titles()).toEqual([]);
  });

  it('of this device are there before one’s own are kept over them', () => {
    const device = stubDevice();
    recorded('here');
    const other = createOwn(() => localStorage);
    other.setState({ lessons: [...other.getState().lessons, { ...last(), id: 'own-2', title: 'there' }] });
    takeKept();
    recorded('later');
    expect(titles()).toEqual(['here', 'there', 'later']);
    for (const damaged of ['', '{', 'null', '{"lessons":3}', '{"lessons":{}}']) {
      device.text = damaged;
      takeKept();
    }
    expect(titles()).toHaveLength(3);
  });

  it('of this device are not written back: what is not understood here is for those who do', () => {
    const device = stubDevice();
    recorded('a');
    const { writes } = device;
    const richer = { ...last(), title: 'b', sound: 'bell', scene: { optimizers: [{ rule: 'of-tomorrow' }] } };
    const text = keptElsewhere(device, [richer]);
    expect([titles(), device.writes, device.text]).toEqual([['b'], writes, text]);
    takeOwn([{ ...richer, title: 'c' }]);
    expect([titles(), device.writes, device.text]).toEqual([['c'], writes, text]);
  });

  it('of a version that is not known are left alone, and one’s own are said to be not kept', () => {
    const device = stubDevice();
    recorded('a');
    const text = keptElsewhere(device, [{ ...last(), title: 'of tomorrow' }], 2);
    expect(titles()).toEqual(['a']);
    recorded('b');
    expect([titles(), ownStore.getState().isLost, device.text]).toEqual([['a', 'b'], true, text]);
    expect(createOwn(() => localStorage).getState().lessons).toEqual([]);
  });

  it('of this device take nothing away that could not be kept on it', () => {
    const device = stubDevice();
    recorded('a', 'b');
    const [a, b] = ownStore.getState().lessons;
    device.isFull = true;
    recorded('c');
    edit('own-1', { title: 'A', caption: '', point: '' });
    keptElsewhere(device, [{ ...b, title: 'B' }, { ...a, id: 'own-3', title: 'theirs' }, a]);
    expect([titles(), ids()]).toEqual([['B', 'theirs', 'A', 'c'], ['own-2', 'own-3', 'own-1', 'own-4']]); // prettier-ignore
    expect(ownStore.getState().isLost).toBe(true);
    keptElsewhere(device, [a]);
    expect([titles(), ownStore.getState().isLost]).toEqual([['A', 'c'], true]);
    device.isFull = false;
    recorded('d');
    expect([createOwn(() => localStorage).getState().lessons.map(({ title }) => title), ownStore.getState().isLost]).toEqual([['A', 'c', 'd'], false]); // prettier-ignore
  });

  it('which could not be kept there are not lost here either, until they are deleted', () => {
    const device = stubDevice();
    recorded('a');
    const [a] = ownStore.getState().lessons;
    takeOwn([a, { ...a, id: 'own-2', title: 'unkept there' }]);
    keptElsewhere(device, [{ ...a, title: 'A' }]);
    expect([titles(), ownStore.getState().isLost]).toEqual([['A', 'unkept there'], true]);
    remove('own-2');
    expect([titles(), ownStore.getState().isLost]).toEqual([['A'], false]);
  });

  it('are the same in whatever order their words were written: deleted there, they are here', () => {
    const device = stubDevice();
    recorded('a', 'b', 'c');
    const words = { title: 'B', caption: '', point: '', question: { ask: 'Why?', choices: ['x', 'y'], answer: 0 } };
    edit('own-2', words);
    takeOwn(ownStore.getState().lessons.slice(0, 2));
    const [a] = ownStore.getState().lessons;
    keptElsewhere(device, [a]);
    expect([titles(), ownStore.getState().isLost]).toEqual([['a'], false]);
  });

  it('are no more kept than are read again', () => {
    const device = stubDevice();
    device.isFull = true;
    recorded('unkept');
    device.isFull = false;
    keptElsewhere(
      device,
      Array.from({ length: courseLimit }, (_, i) => ({ id: `own-${i + 1}`, title: 'b', scene: {} })),
    );
    expect([titles().length, titles().at(-1)]).toEqual([courseLimit + 1, 'unkept']);
    move('own-1', 1);
    expect(ownStore.getState().isLost).toBe(true);
    remove('own-2');
    expect([createOwn(() => localStorage).getState().lessons.at(-1)?.title, ownStore.getState().isLost]).toEqual(['unkept', false]); // prettier-ignore
  });

  it('and more than there is room for, as they were kept, are there but for the last', () => {
    const lessons = Array.from({ length: courseLimit + 1 }, (_, i) => ({ id: `own-${i + 1}`, title: 'a', scene: {} }));
    const storage = { getItem: () => JSON.stringify({ version: 1, lessons }), setItem: () => undefined };
    expect(createOwn(() => storage).getState().lessons).toHaveLength(courseLimit);
  });
});

it('a scene from another window that JSON cannot say is passed over, or taken as far as it can', () => {
  const round: Record<string, unknown> = { seed: 7 };
  round['surface'] = round;
  for (const value of [round, { seed: 7, steps: 1n }]) {
    replaceScene({ steps: 30 });
    expect(() => shownFields.scene.take(value)).not.toThrow();
    expect(JSON.stringify(sceneStore.getState().scene)).toContain('"version":1');
  }
});
