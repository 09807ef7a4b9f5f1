import type { SweepAnswer } from '../sweep/messages.ts';
import type { SweepPort } from '../sweep/pool.ts';

/** Starts a thread that makes maps. */
export function openSweepPort(): SweepPort {
  const worker = new Worker(new URL('./sweepWorker.ts', import.meta.url), { type: 'module', name: 'maps' });
  return {
    send: (order) => worker.postMessage(order, []),
    listen(hear, fail) {
      worker.addEventListener('message', ({ data }: MessageEvent<SweepAnswer>) => hear(data));
      worker.addEventListener('messageerror', fail);
      worker.addEventListener('error', (event) => {
        // What went wrong is told on the page; the console is for what the page cannot help.
        event.preventDefault();
        fail();
      });
    },
    close: () => worker.terminate(),
  };
}
