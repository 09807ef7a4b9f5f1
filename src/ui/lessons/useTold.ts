import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Beside } from '../../lessons/lesson.ts';
import { lessonIn, revealStore } from '../../state/lessons/lesson.ts';
import { useScene } from '../useScene.ts';

/** Whether the lesson that is told is about a part of the panel, where it is one that lessons are about, and waits for no prediction. */
export function useTold(part: Beside | undefined): boolean {
  const lesson = useScene(lessonIn);
  const revealed = useStore(revealStore, (state) => state.revealed);
  return part !== undefined && lesson?.beside === part && (lesson.question === undefined || revealed === lesson.id);
}

/** Whether a lesson waits for a prediction, so that nothing may give the answer away. */
export function useHeld(): boolean {
  const lesson = useScene(lessonIn);
  const revealed = useStore(revealStore, (state) => state.revealed);
  return lesson?.question !== undefined && revealed !== lesson.id;
}

/** A button that a lesson presses, once for each training that it shows; `isTime` says when. */
export function useToldPress(isTime: boolean, training: string | undefined): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isTime && training !== undefined) button.current?.click();
  }, [isTime, training]);
  return button;
}
