import { fansInSlices, type Later } from './maker.ts';
import type { FanAnswer, FanOrder } from './messages.ts';

/** The other end: makes what is ordered, several orders in turns. Between slices it can be told to drop one. */
export function serveFans(later: Later, answer: (answer: FanAnswer) => void): (order: FanOrder) => void {
  const maker = fansInSlices(later);
  const drops = new Map<number, () => void>();
  return (message) => {
    if ('drop' in message) {
      drops.get(message.drop)?.();
      drops.delete(message.drop);
      return;
    }
    const { order, wanted } = message;
    drops.set(
      order,
      maker.make(wanted, (made) => {
        drops.delete(order);
        answer({ order, ...made });
      }),
    );
  };
}
