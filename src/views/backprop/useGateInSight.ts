import { type RefObject, useEffect } from 'react';
import { backpropStore } from '../../state/backprop.ts';

/** Has the words about a gate in sight when it is chosen, where the panel scrolls by itself: the page stays where it is. */
export function useGateInSight(panel: RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      backpropStore.subscribe(({ selected }, before) => {
        const element = panel.current;
        if (selected === null || selected === before.selected || element === null) return;
        if (element.scrollHeight <= element.clientHeight) return;
        requestAnimationFrame(() => element.querySelector('.gate-words')?.scrollIntoView({ block: 'nearest' }));
      }),
    [panel],
  );
}
