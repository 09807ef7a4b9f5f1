import { type RefObject, useEffect } from 'react';
import { presentation } from '../../state/presentation.ts';

/** Scrolls the panel that an element lies in, or the page where the panel is as long as it is, to the element's top. */
function bringUp(element: HTMLElement): void {
  const panel = element.closest('.panel');
  if (panel === null || getComputedStyle(panel).overflowY === 'visible') element.scrollIntoView();
  else panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
}

/** Keeps an element in sight as long as it is told about and grows, until somebody does anything; not while presenting, where it is alone. */
export function useInSight(ref: RefObject<HTMLElement | null>, isTold: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!isTold || element === null || presentation.getState().isOn) return;
    const control = new AbortController();
    const { signal } = control;
    const sizes = new ResizeObserver(() => bringUp(element));
    sizes.observe(element);
    for (const event of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
      window.addEventListener(event, () => control.abort(), { signal, passive: true });
    signal.addEventListener('abort', () => sizes.disconnect());
    return () => control.abort();
  }, [ref, isTold]);
}
