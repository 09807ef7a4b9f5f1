import type { Problem } from '../problem.ts';
import { replaceScene, report } from '../store.ts';
import { isCourse } from './course.ts';
import { openLesson } from './lesson.ts';
import { addCourse } from './own.ts';

/**
 * Opens what a file, a link or a person brings: a scene, or lessons, which are added to one's own and begun. Returns a
 * sentence for everything that could not be taken; what is neither changes nothing.
 */
export function openInput(input: unknown): readonly Problem[] {
  if (!isCourse(input)) return replaceScene(input);
  const { first, problems } = addCourse(input);
  if (first !== undefined) openLesson(first);
  report(problems);
  return problems;
}
