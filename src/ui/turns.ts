import type { FrameDraw } from './frame.ts';

/** Milliseconds of a frame after which the drawings that are still waiting have to wait for the next. */
const budget = 8;

/**
 * As `onceAFrame`, but the drawings that are made so share a frame's time: those that find no room in one come first in the
 * next. `rests`: what takes longer than it may leaves as much time to others before that. `shares`: whether they have to
 * share at the moment, and are not all drawn in one frame.
 */
export function takingTurns(rests: boolean, shares = (): boolean => true): (draw: () => void) => FrameDraw {
  const waiting = new Set<() => void>();
  let isAsked = false;

  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(frame);
  };

  const goOn = (): void => {
    isAsked = false;
    if (waiting.size > 0) ask();
  };

  function frame(): void {
    const begin = performance.now();
    try {
      // What is asked for meanwhile is for the next frame.
      for (const draw of [...waiting]) {
        if (!waiting.delete(draw)) continue;
        draw();
        if (shares() && performance.now() >= begin + budget) break;
      }
    } finally {
      const took = performance.now() - begin;
      if (rests && took > 2 * budget) setTimeout(goOn, took);
      else goOn();
    }
  }

  return (draw) => ({
    request() {
      waiting.add(draw);
      ask();
    },
    cancel: () => void waiting.delete(draw),
  });
}

export const inTurn = takingTurns(true);
