import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Insets } from '../../scene/SurfaceScene.tsx';

type Place = RefObject<HTMLElement | null>;

const none: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** What lies over an edge of the picture covers it so far, in CSS pixels; what stands beside it covers nothing. */
const covered = (element: HTMLElement, edge: 'top' | 'bottom', otherwise: number): number => {
  const style = getComputedStyle(element);
  return style.position === 'absolute' ? Number.parseFloat(style[edge]) + element.offsetHeight : otherwise;
};

/** What the view buttons cover where no title keeps the upper edge free for them. */
const viewButtons = 52;

/** How far a title over the upper edge and controls over the lower one reach into the picture. */
export function useInsets(above: Place, below: Place): Insets {
  const [insets, setInsets] = useState(none);
  useLayoutEffect(() => {
    const [first, last] = [above.current, below.current];
    if (first === null || last === null) return;
    const measure = (): void => {
      const [top, bottom] = [covered(first, 'top', viewButtons), covered(last, 'bottom', 0)];
      setInsets((before) => (before.top === top && before.bottom === bottom ? before : { ...none, top, bottom }));
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(first);
    sizes.observe(last);
    return () => sizes.disconnect();
  }, [above, below]);
  return insets;
}
