import type { Port } from '../../sweep/port.ts';

/** The way to a worker. */
export const portTo = <Order, Answer>(worker: Worker): Port<Order, Answer> => ({
  send: (order) => worker.postMessage(order, []),
  listen(hear, fail) {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data));
    worker.addEventListener('messageerror', fail);
    worker.addEventListener('error', (event) => {
      // What went wrong is told on the page; the console is for what the page cannot help.
      event.preventDefault();
      fail();
    });
  },
  close: () => worker.terminate(),
});
