import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { goBack, goOn, lessonIn } from '../../state/lessons/lesson.ts';
import { present, presentation, stopPresenting, toggleBlank } from '../../state/presentation.ts';
import { sceneStore } from '../../state/store.ts';
import type { Command } from '../keyboard.ts';
import { useCommands } from '../useCommands.ts';
import './present.css';
import './views.css';

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
  blank: () => isPresenting() && (toggleBlank(), true),
  full: () => isPresenting() && (toggleFull(), true),
  leave: () => isPresenting() && (stopPresenting(), true),
};

/** The page for the projector: its keys, the pointer that the class can see, and the black screen. */
export function Presenting(): ReactNode {
  const { isOn, isBlank } = useStore(presentation);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-presenting', isOn);
  }, [isOn]);
  useCommands((command) => (typeof command === 'string' ? (actions[command]?.() ?? false) : false));
  return (
    <>
      {isOn && <Laser />}
      {isBlank && <div className="blank" />}
    </>
  );
}

/** A dot under the mouse that can be seen from the back row. */
function Laser(): ReactNode {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent): void => {
      if (dot.current === null) return;
      dot.current.style.transform = `translate(${clientX}px, ${clientY}px)`;
      dot.current.hidden = false;
    };
    const hide = (): void => {
      if (dot.current !== null) dot.current.hidden = true;
    };
    window.addEventListener('pointermove', move);
    document.documentElement.addEventListener('pointerleave', hide);
    return () => {
      window.removeEventListener('pointermove', move);
      document.documentElement.removeEventListener('pointerleave', hide);
    };
  }, []);
  return <div ref={dot} className="laser" hidden aria-hidden="true" />;
}
