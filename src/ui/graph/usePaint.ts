import { type RefObject, useLayoutEffect } from 'react';
import type { Trace } from '../../formula/trace.ts';
import { player } from '../../state/backprop/player.ts';
import { onShown, shownNow } from '../../state/backprop/shown.ts';
import { backpropStore } from '../../state/backprop.ts';
import { preferences } from '../../state/preferences.ts';
import { onceAFrame } from '../frame.ts';
import { isStill } from '../motion.ts';
import type { Drawing } from './geometry.ts';
import { createPainter } from './painter.ts';

/** Has a drawing's numbers and its show painted at once, and in the frames in which something of them changes. */
export function usePaint(world: RefObject<SVGGElement | null>, drawing: Drawing): void {
  useLayoutEffect(() => {
    if (world.current === null) return;
    const painter = createPainter(world.current, drawing);
    let written: Trace | undefined;
    const paint = (): void => {
      const { circuit, trace } = shownNow();
      if (circuit !== drawing.plan.circuit) return;
      if (written !== trace) painter.numbers(trace, preferences.getState().language);
      written = trace;
      painter.show(isStill() ? player.step : player.position);
    };
    const reword = (): void => {
      written = undefined;
      frame.request();
    };
    const light = (): void => painter.light(backpropStore.getState().lit);
    const frame = onceAFrame(paint);
    paint();
    light();
    const ends = [
      onShown(frame.request),
      player.subscribe(frame.request),
      preferences.subscribe(reword),
      backpropStore.subscribe(light),
    ];
    return () => {
      frame.cancel();
      ends.forEach((end) => end());
    };
  }, [world, drawing]);
}
