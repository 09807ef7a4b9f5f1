import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Text } from '../../formula/text.ts';
import type { Lesson, Sight } from '../../lessons/lesson.ts';
import { keep, kept, onDevice, type Storage } from '../kept.ts';
import type { Problem } from '../problem.ts';
import type { OwnId, Scene } from '../schema.ts';
import { courseLimit, type OwnLesson, readCourse, type Untold } from './course.ts';

export const ownKey = 'downhill.lessons';

/** The lessons of whoever uses the device, in the order in which they are told. */
export interface Own {
  readonly lessons: readonly OwnLesson[];
  /** Those of them that the device keeps, as far as is known. */
  readonly stored: readonly OwnLesson[];
  /** Whether the device could not keep them, so that they last until the page is closed. */
  readonly isLost: boolean;
}

/** Lessons that were kept or come from another window, as many as there is room for, each with its own number. */
function numbered(list: readonly unknown[]): OwnLesson[] {
  const lessons: OwnLesson[] = [];
  for (const { id, ...lesson } of readCourse({ version: 1, lessons: list.slice(0, courseLimit) }).lessons) {
    const isFree = id !== undefined && lessons.every((other) => other.id !== id);
    lessons.push({ id: isFree ? id : nextId(lessons), ...lesson });
  }
  return lessons;
}

const nextId = (lessons: readonly OwnLesson[]): OwnId =>
  `own-${Math.max(0, ...lessons.map(({ id }) => Number(id.slice(4)))) + 1}`;

/** What a device keeps; a list of another version is for those who know it. */
function listOn(storage: () => Storage | undefined): { readonly isKnown: boolean; readonly list?: readonly unknown[] } {
  const { version = 1, lessons } = (kept(storage, ownKey) ?? {}) as { version?: unknown; lessons?: unknown };
  if (version !== 1) return { isKnown: false };
  return { isKnown: true, ...(Array.isArray(lessons) && { list: lessons }) };
}

/** Lists from other windows, which have kept them as far as they could: written back they would lack what is not understood here. */
const taken = new WeakSet<readonly OwnLesson[]>();

/** Lessons that stay on the device; a storage that throws, as one that is full, is told of. */
export function createOwn(storage: () => Storage | undefined): StoreApi<Own> {
  const stored = numbered(listOn(storage).list ?? []);
  const store = createStore<Own>()(() => ({ lessons: stored, stored, isLost: false }));
  store.subscribe(({ lessons }, before) => {
    if (lessons === before.lessons || taken.has(lessons)) return;
    const hasRoom = listOn(storage).isKnown && lessons.length <= courseLimit;
    const isKept = hasRoom && keep(storage, ownKey, { version: 1, lessons });
    store.setState(isKept ? { stored: lessons, isLost: false } : { isLost: true });
  });
  return store;
}

export const ownStore = createOwn(onDevice);

const update = (recipe: (lessons: readonly OwnLesson[]) => readonly OwnLesson[]): void =>
  ownStore.setState(({ lessons }) => ({ lessons: recipe(lessons) }));

/** Whether there is room for another lesson. */
export const isFull = (): boolean => ownStore.getState().lessons.length >= courseLimit;

/** Keeps a scene as it is now, and where it is looked at from, as the last lesson; undefined where there are too many. */
export function record(
  { lesson: _, cursor: _cursor, ...scene }: Scene,
  title: string,
  camera?: Sight,
): OwnId | undefined {
  if (isFull()) return undefined;
  const id = nextId(ownStore.getState().lessons);
  update((lessons) => [
    ...lessons,
    { id, title, caption: '', point: '', ...(camera !== undefined && { camera }), scene },
  ]);
  return id;
}

/** Changes the words of a lesson. */
export const edit = (id: OwnId, words: Pick<OwnLesson, 'title' | 'caption' | 'point' | 'question'>): void =>
  update((lessons) =>
    lessons.map((lesson) => {
      if (lesson.id !== id) return lesson;
      const { question: _, ...rest } = lesson;
      return { ...rest, ...words };
    }),
  );

/** Moves a lesson so many places towards the end; towards the start where it is below 0. */
export const move = (id: OwnId, by: number): void =>
  update((lessons) => {
    const from = lessons.findIndex((lesson) => lesson.id === id);
    const [moved] = lessons.slice(from, from + 1);
    const to = from + by;
    if (from < 0 || moved === undefined || to < 0 || to >= lessons.length) return lessons;
    const others = lessons.filter((lesson) => lesson !== moved);
    return [...others.slice(0, to), moved, ...others.slice(to)];
  });

export const remove = (id: OwnId): void => update((lessons) => lessons.filter((lesson) => lesson.id !== id));

/** Puts a lesson back to the place where it was, where there is room; another may have its number by now. */
export const putBack = (lesson: OwnLesson, at: number): void => {
  if (isFull()) return;
  update((lessons) => {
    const isFree = lessons.every(({ id }) => id !== lesson.id);
    return lessons.toSpliced(at, 0, isFree ? lesson : { ...lesson, id: nextId(lessons) });
  });
};

/** As text, in which the order of fields makes no difference. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });

const isSame = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

/** Shows a list from another window, without keeping it. */
function show(lessons: readonly OwnLesson[]): void {
  if (isSame(lessons, ownStore.getState().lessons)) return;
  taken.add(lessons);
  ownStore.setState({ lessons });
}

/** Takes the list of another window; what is no list is passed over. */
export const takeOwn = (input: unknown): void => {
  if (Array.isArray(input)) show(numbered(input));
};

/** Takes the list that another window has just kept on this device, with what could not be kept there so far. */
export const takeKept = (): void => {
  const { list } = listOn(onDevice);
  if (list === undefined) return;
  const { lessons, stored: before } = ownStore.getState();
  const stored = numbered(list);
  const known = new Set([...before, ...stored].map(plain));
  const unkept = lessons.filter((lesson) => !known.has(plain(lesson)));
  const all = [...stored];
  for (const lesson of unkept) {
    const at = all.findIndex(({ id }) => id === lesson.id);
    const isChanged = before.some(({ id }) => id === lesson.id);
    if (at >= 0 && isChanged) all[at] = lesson;
    else all.push(at < 0 ? lesson : { ...lesson, id: nextId(all) });
  }
  ownStore.setState({ stored, isLost: unkept.length > 0 });
  show(all);
};

const isTold = ({ id: _, ...lesson }: OwnLesson, other: Untold): boolean => isSame(lesson, other);

const tooMany: Text = {
  en: `more than ${courseLimit} lessons would be kept; delete some of yours first, nothing was changed`,
  zh: `将超过 ${courseLimit} 课的上限；请先删除一些自己的课程，没有任何改动`,
};

/**
 * Adds somebody else's lessons to the list, behind one's own; those that are there already are not added again. Returns
 * the first of them, where there is one, and what could not be taken.
 */
export function addCourse(input: unknown): { readonly first?: OwnId; readonly problems: readonly Problem[] } {
  const { lessons: found, problems } = readCourse(input);
  const all = [...ownStore.getState().lessons];
  const ids = found.map(({ id: _, ...lesson }) => {
    const known = all.find((one) => isTold(one, lesson));
    const id = known?.id ?? nextId(all);
    if (known === undefined) all.push({ id, ...lesson });
    return id;
  });
  if (all.length > courseLimit)
    return { problems: [{ path: 'lessons', sentence: (language) => `lessons: ${tooMany[language]}` }] };
  if (all.length > ownStore.getState().lessons.length) update(() => all);
  const [first] = ids;
  return { ...(first !== undefined && { first }), problems };
}

const untitled: Text = { en: 'Untitled', zh: '未命名' };
const both = (text: string): Text => ({ en: text, zh: text });

const told = new WeakMap<OwnLesson, Lesson<OwnId>>();

/** A lesson of one's own as the catalog's are, the same object for the same lesson. */
export function asLesson(own: OwnLesson): Lesson<OwnId> {
  const known = told.get(own);
  if (known !== undefined) return known;
  const { id, title, caption, point, question, camera, scene } = own;
  const lesson: Lesson<OwnId> = {
    id,
    title: title === '' ? untitled : both(title),
    caption: both(caption),
    point: both(point),
    ...(question !== undefined && {
      question: { ask: both(question.ask), choices: question.choices.map(both), answer: question.answer },
    }),
    ...(camera !== undefined && { camera }),
    scene: { ...scene },
  };
  told.set(own, lesson);
  return lesson;
}
