import type { FrameDraw } from './frame.ts';

/** Does some work when it is asked for, but not sooner than so many milliseconds after it was last done. */
export const atMostEvery =
  (milliseconds: number) =>
  (work: () => void): FrameDraw => {
    let last = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = (): void => {
      timer = undefined;
      last = performance.now();
      work();
    };
    return {
      request() {
        if (timer !== undefined) return;
        const rest = last + milliseconds - performance.now();
        if (rest > 0) timer = setTimeout(now, rest);
        else now();
      },
      cancel() {
        clearTimeout(timer);
        timer = undefined;
      },
    };
  };
