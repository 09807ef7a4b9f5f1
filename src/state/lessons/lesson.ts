import { createStore } from 'zustand/vanilla';
import { type LessonId, lessonOf, lessons } from '../../lessons/catalog.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { Scene } from '../schema.ts';
import { change, replaceScene, sceneStore } from '../store.ts';

/** Which lesson has shown what its question asks about. */
export const revealStore = createStore<{ readonly revealed: LessonId | undefined }>()(() => ({ revealed: undefined }));

export const lessonIn = ({ lesson }: Pick<Scene, 'lesson'>): Lesson<LessonId> | undefined => lessonOf(lesson);

const lessonNow = (): Lesson<LessonId> | undefined => lessonIn(sceneStore.getState().scene);

/** Whether a lesson waits for a prediction. */
export const isHeld = ({ id, question }: Lesson<LessonId>): boolean =>
  question !== undefined && revealStore.getState().revealed !== id;

export const reveal = (id: LessonId): void => revealStore.setState({ revealed: id });

/** Opens a lesson's scene in place of the present one; undo leads back. */
export function openLesson(id: LessonId): void {
  revealStore.setState({ revealed: undefined });
  replaceScene({ version: 1, lesson: id });
}

/** Leaves the lesson; its scene stays. */
export const closeLesson = (): void => change(({ lesson: _, ...scene }) => scene);

/** Forward: what the question asks about, then the next lesson; the first where there is none. False at the end. */
export function goOn(): boolean {
  const now = lessonNow();
  if (now !== undefined && isHeld(now)) {
    reveal(now.id);
    return true;
  }
  const next = lessons[now === undefined ? 0 : lessons.indexOf(now) + 1];
  if (next !== undefined) openLesson(next.id);
  return next !== undefined;
}

/** Back to the lesson before; false where there is none. */
export function goBack(): boolean {
  const now = lessonNow();
  const before = now === undefined ? undefined : lessons[lessons.indexOf(now) - 1];
  if (before !== undefined) openLesson(before.id);
  return before !== undefined;
}
