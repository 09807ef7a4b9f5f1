/** Passes values on: the first of a frame at once, of those that follow in the same frame only the newest. */
export interface Latest<T> {
  push(value: T): void;
  /** Passes on now what is still held back. */
  flush(): void;
}

/** `nextFrame` calls back when the frame is over. */
export function latest<T>(pass: (value: T) => void, nextFrame: (work: () => void) => void): Latest<T> {
  let held: { readonly value: T } | undefined;
  let waiting = false;
  const flush = (): void => {
    const next = held;
    held = undefined;
    if (next !== undefined) pass(next.value);
  };
  const wait = (): void => {
    waiting = true;
    nextFrame(() => {
      waiting = false;
      if (held === undefined) return;
      flush();
      wait();
    });
  };
  return {
    push(value) {
      held = { value };
      if (waiting) return;
      flush();
      wait();
    },
    flush,
  };
}
