import type { Wire } from '../../../src/state/presenter/share.ts';

/** A BroadcastChannel in the hand: messages of one window to another stay in order, and arrive when it is said. */
export interface Air {
  /** A wire of one more window. */
  wire(): Wire;
  /** Lets the oldest message of one of the ways between windows arrive, chosen by a number. */
  deliver(choice: number): void;
  deliverAll(): void;
}

interface Way {
  readonly to: (message: unknown) => void;
  readonly messages: unknown[];
}

export function air(): Air {
  /** By sender and receiver. */
  const ways = new Map<string, Way>();
  const receivers = new Map<number, (message: unknown) => void>();
  let count = 0;
  const waiting = (): Way[] => [...ways.values()].filter(({ messages }) => messages.length > 0);
  const self: Air = {
    wire() {
      const me = (count += 1);
      return {
        send(message) {
          const copy: unknown = structuredClone(message);
          for (const [id, to] of receivers) {
            if (id === me) continue;
            const key = `${me} ${id}`;
            const way = ways.get(key) ?? { to, messages: [] };
            ways.set(key, way);
            way.messages.push(copy);
          }
        },
        listen(listener) {
          receivers.set(me, listener);
          return () => {
            receivers.delete(me);
            for (const key of ways.keys()) if (key.endsWith(` ${me}`)) ways.delete(key);
          };
        },
      };
    },
    deliver(choice) {
      const open = waiting();
      const way = open[choice % Math.max(1, open.length)];
      way?.to(way.messages.shift());
    },
    deliverAll() {
      for (let open = waiting(); open.length > 0; open = waiting()) open[0]?.to(open[0].messages.shift());
    },
  };
  return self;
}
