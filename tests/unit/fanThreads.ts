import { buffersOf, type FanAnswer, type FanOrder } from '../../src/state/fans/messages.ts';
import type { FanPort } from '../../src/state/fans/remote.ts';
import type { Later } from '../../src/state/fans/maker.ts';
import { serveFans } from '../../src/state/fans/serve.ts';

/** Work that waits until it is asked for: a thread's turns, without a clock. */
export function turns(): { later: Later; take(): boolean; takeAll(): number } {
  const waiting: (() => void)[] = [];
  const take = (): boolean => {
    const work = waiting.shift();
    work?.();
    return work !== undefined;
  };
  return {
    later: (work) => void waiting.push(work),
    take,
    takeAll() {
      let count = 0;
      while (take()) count += 1;
      return count;
    },
  };
}

/** Another thread that hands over what it sends as a browser does, and can break. */
export function thread() {
  const { later, take, takeAll } = turns();
  const port: FanPort & { orders: FanOrder[]; isClosed: boolean; break(): void; begin: Later } = {
    orders: [],
    isClosed: false,
    begin: later,
    send: () => undefined,
    listen(hear, fail) {
      port.break = fail;
      const serve = serveFans(later, (answer: FanAnswer) =>
        hear(structuredClone(answer, { transfer: 'fan' in answer ? buffersOf(answer.fan) : [] })),
      );
      port.send = (order) => {
        port.orders.push(order);
        serve(structuredClone(order));
      };
    },
    break: () => undefined,
    close: () => {
      port.isClosed = true;
    },
  };
  return { port, take, takeAll };
}
