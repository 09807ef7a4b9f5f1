import { buffersOf, type FanOrder } from '../state/fans/messages.ts';
import { serveFans } from '../state/fans/serve.ts';

// A thread's own scope, which the page's library of types takes for a window.
const thread = globalThis as unknown as {
  addEventListener(type: 'message', hear: (event: { data: FanOrder }) => void): void;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
};

/** A message to oneself comes after those that wait already, and sooner than a timer. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener('message', () => waiting.shift()?.());
turns.port1.start();

const serve = serveFans(
  (work) => {
    waiting.push(work);
    turns.port2.postMessage(undefined);
  },
  (answer) => thread.postMessage(answer, 'fan' in answer ? buffersOf(answer.fan) : []),
);
thread.addEventListener('message', ({ data }) => serve(data));
