import type { Later } from '../fans/maker.ts';
import type { Answer, Order, TaskKind, Tasks } from './messages.ts';
import type { Port } from '../../sweep/port.ts';
import { createServer } from './serve.ts';

export type LabPort = Port<Order, Answer>;

interface Waiting {
  readonly order: Order;
  readonly done: (answer: never) => void;
  readonly failed: (why: Error) => void;
}

/** What is asked for was given up before it was done. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/** Does it on this thread, a task at a time, with others in between. */
const portHere = (later: Later): LabPort => {
  const serve = createServer();
  let hear: ((answer: Answer) => void) | undefined;
  return {
    send: (order) => later(() => hear?.(serve(order))),
    listen: (tell) => void (hear = tell),
    close: () => void (hear = undefined),
  };
};

/** Some threads, each with a queue of its own. */
export interface Pool {
  readonly size: number;
  /** Asks the thread at a place, counted round; each does its tasks in the order in which they came. */
  ask<K extends TaskKind>(place: number, kind: K, ask: Tasks[K]['ask']): Promise<Tasks[K]['answer']>;
}

/**
 * Threads, opened when they are first asked; where there are none, or one breaks, everything is done on this thread
 * instead, and `lost` is called: trainings that had begun elsewhere have to begin again. What was asked of them is dropped;
 * what names none is asked again, once, as this thread does not break: what it cannot do it says.
 */
export function createPool(size: number, open: () => LabPort, later: Later, lost: () => void): Pool {
  const ports = new Map<number, LabPort>();
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let isHere = false;

  const moveHere = (): void => {
    if (isHere) return;
    isHere = true;
    for (const port of ports.values()) port.close();
    ports.clear();
    later(lost);
    for (const [number, { order, failed }] of waiting) {
      if (!('id' in order.ask)) {
        portAt(0).send(order);
        continue;
      }
      waiting.delete(number);
      failed(new Dropped());
    }
  };
  const hear = (answer: Answer): void => {
    const found = waiting.get(answer.order);
    waiting.delete(answer.order);
    if (found === undefined) return;
    if ('failure' in answer) found.failed(new Error(answer.failure));
    else found.done(answer.answer as never);
  };
  function portAt(place: number): LabPort {
    const at = isHere ? 0 : place;
    const known = ports.get(at);
    if (known !== undefined) return known;
    try {
      const port = isHere ? portHere(later) : open();
      port.listen(hear, moveHere);
      ports.set(at, port);
      return port;
    } catch {
      moveHere();
      return portAt(place);
    }
  }

  return {
    size,
    ask: (place, kind, ask) =>
      new Promise((done, failed) => {
        const port = portAt(place % size);
        orders += 1;
        const order = { order: orders, kind, ask } as Order;
        waiting.set(orders, { order, done, failed });
        port.send(order);
      }),
  };
}
