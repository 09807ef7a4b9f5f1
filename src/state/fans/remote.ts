import type { FanMaker, Later } from './maker.ts';
import { fansInSlices, type Made } from './maker.ts';
import type { FanAnswer, FanOrder } from './messages.ts';
import type { FanSettings } from '../../engine/fan/fan.ts';
import type { Port } from '../../sweep/port.ts';

export type FanPort = Port<FanOrder, FanAnswer>;

interface Pending {
  readonly wanted: FanSettings;
  readonly tell: (made: Made) => void;
  /** Which of the threads makes it. */
  readonly at: number;
  /** Where it is made here after all. */
  drop?: () => void;
}

/**
 * Has fans made on other threads; where there are none, or one breaks, on this one in slices, those under way included.
 *
 * @param open undefined, or throws, where there is no other thread to be had
 * @param threads how many to open, each when there is something for it to do
 * @param slow called once it is known that fans are made on this thread
 */
export function fansElsewhere(
  open: () => FanPort | undefined,
  threads: number,
  later: Later,
  slow: () => void,
): FanMaker {
  const here = fansInSlices(later);
  const pending = new Map<number, Pending>();
  const ports: FanPort[] = [];
  let orders = 0;
  let isHere = false;

  const moveHere = (): void => {
    if (isHere) return;
    isHere = true;
    for (const port of ports) port.close();
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
  /** The place of the thread that has the least to do. */
  const idlest = (): number => {
    const load = Array.from({ length: threads }, () => 0);
    for (const { at } of pending.values()) load[at] = (load[at] as number) + 1;
    return load.indexOf(Math.min(...load));
  };
  const opened = (at: number): FanPort | undefined => {
    if (isHere) return undefined;
    const known = ports[at];
    if (known !== undefined) return known;
    try {
      const port = open();
      port?.listen(hear, moveHere);
      if (port !== undefined) ports[at] = port;
    } catch {
      // Told below, as where there is none.
    }
    if (ports[at] === undefined) moveHere();
    return ports[at];
  };

  return {
    atOnce: threads,
    make(wanted, tell) {
      const at = idlest();
      const to = opened(at);
      if (to === undefined) return here.make(wanted, tell);
      orders += 1;
      const order = orders;
      pending.set(order, { wanted, tell, at });
      to.send({ order, wanted });
      return () => {
        const waiting = pending.get(order);
        pending.delete(order);
        if (waiting?.drop !== undefined) waiting.drop();
        else if (waiting !== undefined) to.send({ drop: order });
      };
    },
  };
}
