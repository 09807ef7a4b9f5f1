/** Calls `draw` at most once a frame, however often it is asked for. */
export interface FrameDraw {
  request(): void;
  cancel(): void;
}

export function onceAFrame(draw: () => void): FrameDraw {
  let asked = 0;
  return {
    request() {
      if (asked !== 0) return;
      asked = requestAnimationFrame(() => {
        asked = 0;
        draw();
      });
    },
    cancel() {
      cancelAnimationFrame(asked);
      asked = 0;
    },
  };
}

/** Draws that wait for their turn, the one that has waited longest first. */
const waiting = new Set<() => void>();
let isUnderWay = false;

function drawNext(): void {
  isUnderWay = true;
  requestAnimationFrame(() => {
    const [draw] = waiting;
    const before = performance.now();
    try {
      if (draw !== undefined) {
        waiting.delete(draw);
        draw();
      }
    } finally {
      setTimeout(() => {
        isUnderWay = false;
        if (waiting.size > 0) drawNext();
      }, performance.now() - before);
    }
  });
}

/** For what takes long to draw: one of all such draws in a frame, and half of the time left to others. */
export function inTurn(draw: () => void): FrameDraw {
  const own = (): void => draw();
  return {
    request() {
      waiting.add(own);
      if (!isUnderWay) drawNext();
    },
    cancel: () => void waiting.delete(own),
  };
}
