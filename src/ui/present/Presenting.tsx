import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { presentation } from '../../state/presentation.ts';
import { useText } from '../useText.ts';
import { usePresentCommands } from './commands.ts';
import { openNotes } from './notes.ts';
import './present.css';
import './views.css';

/** The page for the projector: its keys, the pointer that the class can see, and the black screen. */
export function Presenting(): ReactNode {
  const { isOn, isBlank } = useStore(presentation);
  const { presenter } = useText();
  useEffect(() => {
    document.documentElement.toggleAttribute('data-presenting', isOn);
  }, [isOn]);
  usePresentCommands();
  return (
    <>
      {isOn && <Laser />}
      {isOn && (
        <button type="button" className="button present-notes" title={`${presenter.openNote} (N)`} onClick={openNotes}>
          {presenter.open}
        </button>
      )}
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
