import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/state/presenter/message.ts';
import { type Field, type Share, share } from '../../src/state/presenter/share.ts';
import { type Air, air } from './presenter/air.ts';

const names = ['scene', 'screen', 'place'] as const;

interface Window {
  readonly shown: Record<string, unknown>;
  readonly share: Share;
  others: readonly Role[];
}

const open = (on: Air, id: string, role: Role, first: number): Window => {
  const shown: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, first]));
  const fields = Object.fromEntries(
    names.map((name): [string, Field] => [
      name,
      { read: () => shown[name], take: (value) => Object.assign(shown, { [name]: value }) },
    ]),
  );
  const window: { others: readonly Role[] } = { others: [] };
  const joined = share({ id, role, wire: on.wire(), fields, onOthers: (roles) => (window.others = roles) });
  return Object.assign(window, { shown, share: joined });
};

const write = (window: Window, name: string, value: number): void => {
  window.shown[name] = value;
  window.share.wrote(name);
};

describe('windows that show the same', () => {
  it('a presenter’s window takes what is projected, and drives it', () => {
    const on = air();
    const projected = open(on, 'a', 'projected', 1);
    const presenter = open(on, 'b', 'presenter', 2);
    on.deliverAll();
    expect(presenter.shown).toEqual({ scene: 1, screen: 1, place: 1 });
    expect([presenter.others, projected.others]).toEqual([['projected'], ['presenter']]);
    write(presenter, 'scene', 7);
    on.deliverAll();
    expect(projected.shown['scene']).toBe(7);
    presenter.share.end();
    on.deliverAll();
    expect(projected.others).toEqual([]);
  });

  it('a projected window that is loaded again takes what the presenter’s has', () => {
    const on = air();
    const projected = open(on, 'a', 'projected', 1);
    const presenter = open(on, 'b', 'presenter', 2);
    on.deliverAll();
    projected.share.end();
    write(presenter, 'screen', 5);
    const again = open(on, 'c', 'projected', 9);
    on.deliverAll();
    expect(again.shown).toEqual({ scene: 1, screen: 5, place: 1 });
    expect(presenter.shown).toEqual(again.shown);
  });

  it('what goes on by itself is followed, and never undoes what was decided meanwhile', () => {
    const on = air();
    const projected = open(on, 'a', 'projected', 1);
    const presenter = open(on, 'b', 'presenter', 2);
    on.deliverAll();
    projected.shown['place'] = 10;
    projected.share.moved('place');
    on.deliverAll();
    expect(presenter.shown['place']).toBe(10);
    write(presenter, 'place', 3);
    projected.shown['place'] = 11;
    projected.share.moved('place');
    on.deliverAll();
    expect([projected.shown['place'], presenter.shown['place']]).toEqual([3, 3]);
  });

  it('what is no message of theirs is passed over', () => {
    const on = air();
    const projected = open(on, 'a', 'projected', 1);
    const stranger = on.wire();
    const stamp = { count: 9, by: 'x' };
    for (const message of [
      null,
      'wrote',
      { kind: 'wrote' },
      { kind: 'wrote', from: 'x', field: '__proto__', stamp, value: {} },
      { kind: 'wrote', from: 'x', field: 'other', stamp, value: 1 },
      { kind: 'wrote', from: 'x', field: 'scene', stamp: { count: -2, by: 'x' }, value: 1 },
    ])
      stranger.send(message as never);
    on.deliverAll();
    expect(projected.shown).toEqual({ scene: 1, screen: 1, place: 1 });
  });

  it('one that closes leaves its last word also to a window that it has not met yet', () => {
    const on = air();
    const [a, b] = [open(on, 'a', 'projected', 1), open(on, 'b', 'presenter', 1)];
    on.deliverAll();
    write(a, 'scene', 5);
    const late = open(on, 'c', 'presenter', 1);
    // The new window's hello overtakes what a has written on its way to b, which answers with the old scene.
    on.deliver(2);
    a.share.end();
    on.deliverAll();
    expect([b.shown['scene'], late.shown['scene']]).toEqual([5, 5]);
  });

  it('stay in step through 200 random actions, closing, opening and slow messages included', () => {
    const action = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('write'), who: fc.nat(), field: fc.nat(2) }) },
      { weight: 9, arbitrary: fc.record({ do: fc.constant('deliver'), who: fc.nat(), field: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), who: fc.nat(), field: fc.constant(2) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('open', 'close'), who: fc.nat(), field: fc.nat(1) }) },
    );
    fc.assert(
      fc.property(fc.array(action, { minLength: 200, maxLength: 200 }), (actions) => {
        const on = air();
        let windows = [open(on, 'w0', 'projected', 0), open(on, 'w1', 'presenter', -1)];
        on.deliverAll();
        actions.forEach(({ do: what, who, field }, i) => {
          const window = windows[who % windows.length];
          const name = names[field] ?? 'scene';
          if (what === 'deliver') on.deliver(who);
          if (window === undefined) return;
          if (what === 'write') write(window, name, i);
          if (what === 'move') {
            window.shown[name] = i;
            window.share.moved(name);
          }
          if (what === 'open') windows.push(open(on, `opened ${i}`, field === 0 ? 'projected' : 'presenter', -i));
          if (what === 'close' && windows.length > 1) {
            window.share.end();
            windows = windows.filter((other) => other !== window);
            on.deliverAll();
          }
        });
        on.deliverAll();
        // Windows that move on without a word are together again at the next decision.
        windows[0]?.share.wrote('place');
        on.deliverAll();
        for (const { shown } of windows) expect(shown).toEqual(windows[0]?.shown);
      }),
    );
  });
});
