import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { courseLimit, type OwnLesson } from '../../src/state/lessons/course.ts';
import {
  createOwn,
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
    let text: string | null = null;
    vi.stubGlobal('localStorage', {
      getItem: () => text,
      setItem: (key: string, value: string) => void (key === ownKey && (text = value)),
    });
    recorded('here');
    const other = createOwn(() => localStorage);
    other.setState({ lessons: [...other.getState().lessons, { ...last(), id: 'own-2', title: 'there' }] });
    takeKept();
    recorded('later');
    expect(titles()).toEqual(['here', 'there', 'later']);
    for (const damaged of ['', '{', 'null', '{"lessons":3}', '{"lessons":{}}']) {
      text = damaged;
      takeKept();
    }
    expect(titles()).toHaveLength(3);
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
