import { lessonIn } from '../../state/lessons/lesson.ts';
import { sceneStore } from '../../state/store.ts';
import { showRace } from '../motion.ts';

/** Shows the race of a scene that was opened; a lesson begins by itself, and may wait for a prediction. */
export function showOpened(): void {
  if (lessonIn(sceneStore.getState().scene) === undefined) showRace();
}
