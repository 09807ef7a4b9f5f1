import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/app/address.ts';

/** A tab: what stays of it when its page is loaded again is its storage, and the address from before it was left. */
function tab(hash: string, stored: Map<string, string>, type: 'reload' | 'navigate') {
  const listeners: (() => void)[] = [];
  const location = { hash };
  const listen = (_: string, listener: () => void): void => void listeners.push(listener);
  const page = {
    location,
    history: {
      state: null,
      replaceState: (_: unknown, __: string, to: string) => (location.hash = to),
      pushState: (_: unknown, __: string, to: string) => (location.hash = to),
    },
    performance: { getEntriesByType: () => [{ type }] },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
    addEventListener: listen,
    document: { addEventListener: listen },
  };
  const address = addressOf(page as unknown as Window);
  return { address, location, leave: () => listeners.forEach((listener) => listener()) };
}

describe('a page that is left with a change that is not in the address yet', () => {
  const left = (stored: Map<string, string>): ReturnType<typeof tab> => {
    const first = tab('#a', stored, 'navigate');
    let isWaiting = true;
    first.address.onLeave(() => {
      if (isWaiting) first.address.write('#b', 0);
      isWaiting = false;
    });
    // It is hidden, and then left.
    first.leave();
    first.leave();
    expect(first.location.hash).toBe('#b');
    return first;
  };

  it('has it when it is loaded again, once', () => {
    const stored = new Map<string, string>();
    left(stored);
    expect(tab('#a', stored, 'reload').location.hash).toBe('#b');
    expect(tab('#a', stored, 'reload').location.hash).toBe('#a');
  });

  it('has it where it was written just before, and the browser has not heard of it', () => {
    const stored = new Map<string, string>();
    const first = tab('#a', stored, 'navigate');
    first.address.onLeave(() => undefined);
    first.address.write('#b', 0);
    first.leave();
    expect(tab('#a', stored, 'reload').location.hash).toBe('#b');
  });

  it('leaves alone what is opened by another link, is in another frame, or was changed since', () => {
    const stored = new Map<string, string>();
    left(stored);
    expect(tab('#c', stored, 'reload').location.hash).toBe('#c');
    left(stored);
    expect(tab('#a', stored, 'navigate').location.hash).toBe('#a');
    const changed = left(stored);
    changed.address.write('#a', 0);
    changed.leave();
    expect(tab('#a', stored, 'reload').location.hash).toBe('#a');
  });
});
