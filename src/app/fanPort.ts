import type { FanAnswer } from '../state/fans/messages.ts';
import type { FanPort } from '../state/fans/remote.ts';

/** Starts the thread that makes fans. */
export function openFanPort(): FanPort {
  const worker = new Worker(new URL('./fanWorker.ts', import.meta.url), { type: 'module', name: 'fans' });
  return {
    send: (order) => worker.postMessage(order, []),
    listen(hear, fail) {
      worker.addEventListener('message', ({ data }: MessageEvent<FanAnswer>) => hear(data));
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
