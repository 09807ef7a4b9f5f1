/** A thread's own scope, which the page's library of types takes for a window. */
const scope = globalThis as unknown as {
  addEventListener(type: 'message', hear: (event: { data: never }) => void): void;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
};

/** Has each order that the thread is sent heard. */
export const hearOrders = <Order>(hear: (order: Order) => void): void =>
  scope.addEventListener('message', ({ data }) => hear(data));

/** Sends an answer; its buffers are handed over and not copied. */
export const answerWith = (answer: unknown, buffers: ArrayBuffer[]): void => scope.postMessage(answer, buffers);

const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener('message', () => waiting.shift()?.());
turns.port1.start();

/** Calls some work by a message to oneself, which comes after those that wait already, and sooner than a timer. */
export const afterMessages = (work: () => void): void => {
  waiting.push(work);
  turns.port2.postMessage(undefined);
};
