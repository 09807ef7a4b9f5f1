import { goBack, goOn, lessonIn } from '../../state/lessons/lesson.ts';
import { present, presentation, stopPresenting, toggleBlank } from '../../state/presentation.ts';
import { sceneStore } from '../../state/store.ts';
import type { Command } from '../keyboard.ts';
import { useCommands } from '../useCommands.ts';
import { openNotes } from './notes.ts';

const isPresenting = (): boolean => presentation.getState().isOn;

/** A remote's keys turn lessons only where there is one to see, and elsewhere scroll the page as they do. */
const hasLessons = (): boolean => {
  const { scene } = sceneStore.getState();
  return isPresenting() || scene.view === 'lessons' || lessonIn(scene) !== undefined;
};

const toggleFull = (): void => {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => undefined);
  else void document.exitFullscreen();
};

const actions: Partial<Record<Extract<Command, string>, () => boolean>> = {
  nextLesson: () => hasLessons() && (goOn() || true),
  previousLesson: () => hasLessons() && (goBack() || true),
  present: () => (isPresenting() ? stopPresenting() : present(), true),
  notes: () => !presentation.getState().isPresenter && (openNotes(), true),
  blank: () => isPresenting() && (toggleBlank(), true),
  full: () => isPresenting() && (toggleFull(), true),
  leave: () => isPresenting() && (stopPresenting(), true),
};

/** The keys of a remote, and those beside them, in the projected window and in the presenter's. */
export const usePresentCommands = (): void =>
  useCommands((command) => (typeof command === 'string' ? (actions[command]?.() ?? false) : false));
