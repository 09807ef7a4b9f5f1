import type { FanMaker, Later } from './maker.ts';
import { fansInSlices, type Made } from './maker.ts';
import type { FanAnswer, FanOrder } from './messages.ts';
import type { FanSettings } from '../../engine/fan/fan.ts';

/** The way to another thread. */
export interface FanPort {
  send(order: FanOrder): void;
  /** `fail` is called where the other thread cannot be started or breaks. */
  listen(hear: (answer: FanAnswer) => void, fail: () => void): void;
  close(): void;
}

interface Pending {
  readonly wanted: FanSettings;
  readonly tell: (made: Made) => void;
  /** Where it is made here after all. */
  drop?: () => void;
}

/**
 * Has fans made on another thread; where there is none, or it breaks, on this one in slices, those under way included.
 *
 * @param open undefined, or throws, where there is no other thread to be had
 * @param slow called once it is known that fans are made on this thread
 */
export function fansElsewhere(open: () => FanPort | undefined, later: Later, slow: () => void): FanMaker {
  const here = fansInSlices(later);
  const pending = new Map<number, Pending>();
  let orders = 0;
  let port: FanPort | undefined;
  let isHere = false;

  const moveHere = (): void => {
    if (isHere) return;
    isHere = true;
    port?.close();
    port = undefined;
    slow();
    for (const [order, waiting] of pending)
      waiting.drop = here.make(waiting.wanted, (made) => {
        pending.delete(order);
        waiting.tell(made);
      });
  };
  const hear = (answer: FanAnswer): void => {
    const waiting = pending.get(answer.order);
    pending.delete(answer.order);
    waiting?.tell(answer);
  };
  const opened = (): FanPort | undefined => {
    if (isHere || port !== undefined) return port;
    try {
      port = open();
      port?.listen(hear, moveHere);
    } catch {
      port = undefined;
    }
    if (port === undefined) moveHere();
    return port;
  };

  return {
    make(wanted, tell) {
      const to = opened();
      if (to === undefined) return here.make(wanted, tell);
      orders += 1;
      const order = orders;
      pending.set(order, { wanted, tell });
      to.send({ order, wanted });
      return () => {
        const waiting = pending.get(order);
        pending.delete(order);
        if (waiting?.drop !== undefined) waiting.drop();
        else if (waiting !== undefined) port?.send({ drop: order });
      };
    },
  };
}
