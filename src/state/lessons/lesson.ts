import { createStore } from 'zustand/vanilla';
import type { Lesson } from '../../lessons/lesson.ts';
import type { OwnId, Scene } from '../schema.ts';
import { change, replaceScene, sceneStore } from '../store.ts';
import { type AnyId, courseAround, findLesson } from './all.ts';
import { forgetAnswer } from './answers.ts';
import { remove } from './own.ts';

/** Which lesson has shown what its question asks about. */
export const revealStore = createStore<{ readonly revealed: AnyId | undefined }>()(() => ({ revealed: undefined }));

export const lessonIn = ({ lesson }: Pick<Scene, 'lesson'>): Lesson<AnyId> | undefined =>
  lesson === undefined ? undefined : findLesson(lesson);

const lessonNow = (): Lesson<AnyId> | undefined => lessonIn(sceneStore.getState().scene);

/** Whether a lesson waits for a prediction. */
export const isHeld = ({ id, question }: Lesson<AnyId>): boolean =>
  question !== undefined && revealStore.getState().revealed !== id;

export const reveal = (id: AnyId): void => revealStore.setState({ revealed: id });

/** Opens a lesson's scene in place of the present one; undo leads back. */
export function openLesson(id: AnyId): void {
  revealStore.setState({ revealed: undefined });
  replaceScene({ version: 1, ...findLesson(id)?.scene, lesson: id });
}

/** Leaves the lesson; its scene stays. */
export const closeLesson = (): void => change(({ lesson: _, ...scene }) => scene);

/** Deletes a lesson of one's own, and all that refers to it. */
export function deleteLesson(id: OwnId): void {
  if (sceneStore.getState().scene.lesson === id) closeLesson();
  remove(id);
  forgetAnswer(id);
}

/** The lesson that is told so many places after another; the first where there is none. */
export function lessonAfter(lesson: Lesson<AnyId> | undefined, by = 1): Lesson<AnyId> | undefined {
  const course = courseAround(lesson);
  return course[lesson === undefined ? 0 : course.indexOf(lesson) + by];
}

/** Forward: what the question asks about, then the next lesson; the first where there is none. False at the end. */
export function goOn(): boolean {
  const now = lessonNow();
  if (now !== undefined && isHeld(now)) {
    reveal(now.id);
    return true;
  }
  const next = lessonAfter(now);
  if (next !== undefined) openLesson(next.id);
  return next !== undefined;
}

/** Back to the lesson before; false where there is none. */
export function goBack(): boolean {
  const now = lessonNow();
  const before = now === undefined ? undefined : lessonAfter(now, -1);
  if (before !== undefined) openLesson(before.id);
  return before !== undefined;
}
