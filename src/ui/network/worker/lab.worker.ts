import { buffersOf, type Order } from '../../../state/network/messages.ts';
import { createServer } from '../../../state/network/serve.ts';

// A thread's own scope, which the page's library of types takes for a window.
const thread = globalThis as unknown as {
  addEventListener(type: 'message', hear: (event: { data: Order }) => void): void;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
};

const serve = createServer();
thread.addEventListener('message', ({ data }) => {
  const answer = serve(data);
  thread.postMessage(answer, buffersOf(answer));
});
