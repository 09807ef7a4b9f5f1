import type { Answer } from '../../../state/network/messages.ts';
import type { Port } from '../../../state/network/pool.ts';

/** Starts a thread that does what the lab asks for. */
export function openLabPort(): Port {
  const worker = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'network' });
  return {
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
  };
}
