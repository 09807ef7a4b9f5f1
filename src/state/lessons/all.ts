import { type LessonId, lessonOf, lessons } from '../../lessons/catalog.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import type { OwnId } from '../schema.ts';
import { asLesson, ownStore } from './own.ts';

export type AnyId = LessonId | OwnId;

const own = (): readonly Lesson<OwnId>[] => ownStore.getState().lessons.map(asLesson);

/** The lesson of an id, the catalog's or one of one's own; undefined for anything else. */
export const findLesson = (id: unknown): Lesson<AnyId> | undefined =>
  lessonOf(id) ?? own().find((lesson) => lesson.id === id);

/** The lessons that a lesson is told among; those of the catalog where there is none. */
export function courseAround(lesson: Lesson<AnyId> | undefined): readonly Lesson<AnyId>[] {
  return lesson === undefined || lessonOf(lesson.id) !== undefined ? lessons : own();
}
