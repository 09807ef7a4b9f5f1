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
