import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { count, decay, type Quantity, rate, slider, tiny } from '../../src/formula/quantity.ts';
import { latest } from '../../src/ui/slider/latest.ts';
import { limitsOf, readNumber, writeNumber } from '../../src/ui/slider/number.ts';
import { normalise, sanitise } from '../../src/ui/slider/plugin.ts';
import { typedProblem } from '../../src/ui/slider/typedProblem.ts';
import {
  isBeyond,
  positionOf,
  sideOf,
  stepFrom,
  valueAfterKey,
  valueAt,
  warnedSide,
} from '../../src/ui/slider/scale.ts';
import { quickest } from './quick.ts';

const quantities: [string, Quantity][] = [
  ['lr', rate()],
  ['beta2', decay(0.999)],
  ['eps', tiny(1e-8)],
  ['a', slider(1, 0, 2)],
  ['b', slider(100, 1, 200, 'log')],
  ['angle', slider(30, -180, 180)],
  ['every', count(50, 1, 2000, 'log')],
  ['plain count', count(3, 0, 12)],
];
const position = fc.double({ min: 0, max: 1, noNaN: true });

describe.each(quantities)('the slider of %s', (_, quantity) => {
  it('reaches both ends exactly', () => {
    expect(valueAt(quantity, 0)).toBe(quantity.min);
    expect(valueAt(quantity, 1)).toBe(quantity.max);
    expect(positionOf(quantity, quantity.min)).toBe(0);
    expect(positionOf(quantity, quantity.max)).toBeCloseTo(1, 12);
  });

  it('shows a value where it was taken from, and never outside its range', () => {
    fc.assert(
      fc.property(position, (p) => {
        const value = valueAt(quantity, p);
        expect(isBeyond(quantity, value)).toBe(false);
        if (quantity.integer !== true) expect(Math.abs(positionOf(quantity, value) - p)).toBeLessThan(0.013);
      }),
    );
  });

  it('keeps the order of positions', () => {
    fc.assert(
      fc.property(position, position, (p, q) => {
        expect(valueAt(quantity, Math.min(p, q))).toBeLessThanOrEqual(valueAt(quantity, Math.max(p, q)));
      }),
    );
  });

  it('goes from end to end by arrow keys, always onwards, and back over the same values', () => {
    const walk = (from: number, direction: 1 | -1): number[] => {
      const values = [from];
      for (let i = 0; i < 2000; i += 1) {
        const last = values.at(-1) as number;
        const next = stepFrom(quantity, last, direction);
        if (next === last) break;
        values.push(next);
      }
      return values;
    };
    const up = walk(quantity.min, 1);
    expect(up.at(-1)).toBe(quantity.max);
    expect(up.length).toBeGreaterThan(10);
    expect(up.length).toBeLessThan(300);
    expect(up.every((value, i) => i === 0 || value > (up[i - 1] as number))).toBe(true);
    expect(walk(quantity.max, -1)).toEqual(up.toReversed());
  });

  it('comes back to the nearer end from beyond, and goes no farther', () => {
    const { min, max } = quantity;
    expect(stepFrom(quantity, max * 3 + 7, -1)).toBe(max);
    expect(stepFrom(quantity, max * 3 + 7, 1)).toBe(max * 3 + 7);
    expect(stepFrom(quantity, min - 1, 1)).toBe(min);
    expect(stepFrom(quantity, min - 1, -1)).toBe(min - 1);
  });
});

describe('a value beyond the slider', () => {
  it('lies on one side of it', () => {
    expect([1e-7, 1e-6, 1, 10, 11].map((value) => sideOf(rate(), value))).toEqual([
      'below',
      'inside',
      'inside',
      'inside',
      'above',
    ]);
    expect(warnedSide(rate(), 0)).toBe('below');
    expect(warnedSide(rate(), 20)).toBe('above');
  });

  it('is no reason for a warning where nobody chose it', () => {
    const penalty = slider(0, 1e-6, 1, 'log');
    expect(warnedSide(penalty, 0)).toBe('inside');
    expect(warnedSide(penalty, 1e-7)).toBe('below');
    expect(warnedSide(penalty, 2)).toBe('above');
  });
});

describe('a key', () => {
  it('moves small hyperparameters by steps of their own size', () => {
    expect(valueAfterKey(rate(), 0.001, 'ArrowUp')).toBe(0.0011);
    expect(valueAfterKey(rate(), 0.001, 'ArrowDown')).toBe(0.00089);
    expect(valueAfterKey(tiny(1e-8), 1e-8, 'ArrowRight')).toBe(1.1e-8);
    expect(valueAfterKey(decay(0.9), 0.999, 'ArrowRight')).toBe(0.99911);
    expect(valueAfterKey(slider(1, 0, 2), 1, 'ArrowRight')).toBe(1.02);
    expect(valueAfterKey(rate(), 0.001, 'Home')).toBe(1e-6);
    expect(valueAfterKey(rate(), 0.001, 'End')).toBe(10);
    expect(valueAfterKey(rate(), 0.001, 'PageUp')).toBe(0.0032);
    expect(valueAfterKey(rate(), 0.001, 'a')).toBeUndefined();
  });

  it('makes 0.9, 0.99 and 0.999 equally far apart', () => {
    const [a, b, c] = [0.9, 0.99, 0.999].map((value) => positionOf(decay(0.9), value)) as [number, number, number];
    expect(b - a).toBeCloseTo(c - b, 12);
  });
});

describe('a typed number', () => {
  const any = limitsOf(slider(0, 0, 1));

  it.each([
    ['1e-8', 1e-8],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['−3', -3],
    [' 0.01 ', 0.01],
    ['+2E3', 2000],
    ['１ｅ－８', 1e-8],
    ['-0', 0],
    ['20_000', 20000],
  ])('reads %s', (text, value) => {
    expect(readNumber(text, any)).toEqual({ value });
  });

  it.each(['abc', '1,5', '1/2', '0x10', 'Infinity', 'NaN', '--1', '1e', '.'])('does not read %s', (text) => {
    expect(readNumber(text, any)).toEqual({ fault: 'notNumber' });
  });

  it.each(['', '  ', '　'])('says that nothing was typed: "%s"', (text) => {
    expect(readNumber(text, any)).toEqual({ fault: 'nothing' });
  });

  it('says of a hundred thousand digits and a letter soon that they are none', () => {
    const text = `${'1'.repeat(100_000)}x`;
    expect(quickest(100, () => readNumber(text, any))).toBeLessThan(100);
    expect(readNumber(text, any)).toEqual({ fault: 'notNumber' });
  });

  it('says where numbers end, and the limit where there is one before', () => {
    expect(readNumber('1e999', any)).toEqual({ fault: 'notFinite' });
    expect(readNumber('-1e999', any)).toEqual({ fault: 'notFinite' });
    expect(readNumber('1e999', limitsOf(rate()))).toEqual({ fault: 'notFinite' });
    expect(readNumber('-1e999', limitsOf(rate()))).toEqual({ fault: 'tooSmall', limit: 0 });
    expect(readNumber('1e999', { least: 1, most: 20, whole: true })).toEqual({ fault: 'tooLarge', limit: 20 });
  });

  it('has a sentence of its own for each fault, in both languages', () => {
    for (const { slider: words } of [en, zh]) {
      expect(typedProblem({ fault: 'nothing' }, ' ', 0.5, words)).toBe(words.nothing('0.5'));
      expect(typedProblem({ fault: 'notFinite' }, ' 1e999', 0.5, words)).toBe(words.notFinite('1e999', '0.5'));
    }
  });

  it('may lie beyond the slider, but not where the formula has no meaning', () => {
    expect(readNumber('1e9', limitsOf(rate()))).toEqual({ value: 1e9 });
    expect(readNumber('0', limitsOf(tiny(1e-8)))).toEqual({ value: 0 });
    expect(readNumber('-1', limitsOf(rate()))).toEqual({ fault: 'tooSmall', limit: 0 });
    expect(readNumber('1.5', limitsOf(count(1, 1, 9)))).toEqual({ fault: 'notWhole' });
    expect(readNumber('0', limitsOf(count(1, 1, 9)))).toEqual({ fault: 'tooSmall', limit: 1 });
    expect(readNumber('30', { least: 1, most: 20, whole: true })).toEqual({ fault: 'tooLarge', limit: 20 });
  });

  it('is written so that it reads back to the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(writeNumber(value), any)).toEqual({ value: value + 0 });
      }),
    );
    expect([0.001, 4e-4, 1e-8, 1e6, 123.5, 0].map(writeNumber)).toEqual(['0.001', '4e-4', '1e-8', '1e6', '123.5', '0']);
  });
});

describe('the plugin', () => {
  it('keeps the value it had where it is given none', () => {
    const { value, settings } = normalise({ initial: 1e-8, reset: 1e-8, quantity: tiny(1e-8), spoken: 'eps' });
    expect(value).toBe(1e-8);
    expect(sanitise('1e-3', settings, 1e-8)).toBe(1e-8);
    expect(sanitise(NaN, settings, 1e-8)).toBe(1e-8);
    expect(sanitise(2e-8, settings, 1e-8)).toBe(2e-8);
  });
});

describe('a drag', () => {
  it('passes on the first value at once and then only the newest of each frame', () => {
    const passed: number[] = [];
    const frames: (() => void)[] = [];
    const drag = latest<number>(
      (value) => passed.push(value),
      (work) => frames.push(work),
    );
    [1, 2, 3].forEach(drag.push);
    expect(passed).toEqual([1]);
    frames.shift()?.();
    expect(passed).toEqual([1, 3]);
    drag.push(4);
    drag.push(5);
    drag.flush();
    expect(passed).toEqual([1, 3, 5]);
    frames.shift()?.();
    expect([passed, frames.length]).toEqual([[1, 3, 5], 0]);
    drag.push(6);
    expect(passed).toEqual([1, 3, 5, 6]);
  });
});
