import type { FrameDraw } from '../../frame.ts';

/** Milliseconds of a frame after which the drawings that are still waiting have to wait for the next. */
const budget = 8;

const waiting = new Set<() => void>();
let asked = 0;

function frame(): void {
  asked = 0;
  const end = performance.now() + budget;
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
    if (performance.now() >= end) break;
  }
  if (waiting.size > 0) ask();
}

const ask = (): void => {
  if (asked === 0) asked = requestAnimationFrame(frame);
};

/** As `onceAFrame`, but several drawings share a frame's time: those that find no room in one come first in the next. */
export const inTurn = (draw: () => void): FrameDraw => ({
  request() {
    waiting.add(draw);
    ask();
  },
  cancel: () => void waiting.delete(draw),
});
