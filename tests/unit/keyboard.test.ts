import { describe, expect, it } from 'vitest';
import { type Command, commandOf, isTaken, type Pressed } from '../../src/ui/keyboard.ts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('a key', () => {
  it.each<[string, Partial<Pressed>, Command]>([
    [' ', {}, 'toggle'],
    ['ArrowLeft', {}, 'stepBack'],
    ['ArrowRight', {}, 'stepOn'],
    ['ArrowLeft', { shiftKey: true }, 'tenBack'],
    ['ArrowRight', { shiftKey: true }, 'tenOn'],
    ['Home', {}, 'first'],
    ['End', {}, 'last'],
    ['r', {}, 'restart'],
    ['i', {}, 'future'],
    ['?', { shiftKey: true }, 'sheet'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['z', { metaKey: true }, 'undo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['0', {}, 'all'],
    ['6', {}, { solo: 5 }],
  ])('%s %o', (key, held, command) => {
    expect(commandOf(press(key, held))).toEqual(command);
  });

  it.each<[string, Partial<Pressed>]>([
    ['r', { ctrlKey: true }],
    ['ArrowLeft', { altKey: true }],
    ['a', {}],
    ['Tab', {}],
  ])('leaves %s %o to the browser', (key, held) => {
    expect(commandOf(press(key, held))).toBeUndefined();
  });
});

describe('what has the focus', () => {
  /** An element that matches the given simple selectors. */
  const element = (...matches: string[]) => ({
    closest: (selector: string) => selector.split(', ').find((one) => matches.includes(one)) ?? null,
  });

  it('keeps every key while somebody types', () => {
    expect(isTaken(element('textarea'), press('r'))).toBe(true);
    expect(isTaken(element('textarea'), press('z', { ctrlKey: true }))).toBe(true);
  });

  it('keeps the keys that it uses, and no others', () => {
    expect(isTaken(element('input'), press('ArrowLeft'))).toBe(true);
    expect(isTaken(element('input'), press('r'))).toBe(false);
    expect(isTaken(element('button'), press(' '))).toBe(true);
    expect(isTaken(element('button'), press('ArrowLeft'))).toBe(false);
    expect(isTaken(element('input'), press('z', { ctrlKey: true }))).toBe(false);
    expect(isTaken(element(), press(' '))).toBe(false);
  });
});
