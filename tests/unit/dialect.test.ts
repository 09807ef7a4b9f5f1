import { describe, expect, it } from 'vitest';
import { readSamples } from '../../src/state/table/samples.ts';
import { readTable } from '../../src/state/table/table.ts';
import { quickest } from './quick.ts';

const separators = { tabs: '\t', semicolons: ';', spaces: ' ' };
const named = Object.entries(separators);

const count = 40;
const inputs = Array.from({ length: count }, (_, i) => i / 10 + 0.5);
const targets = inputs.map((value) => Number(Math.sin(value).toFixed(2)));

/** Two columns of numbers with decimal commas, without a header and with one. */
const tablesOf = (separator: string, last: readonly (number | string)[]): string[] => {
  const lines = inputs.map((value, i) => {
    const target = last[i] as number | string;
    const cells = [value.toFixed(1), typeof target === 'number' ? target.toFixed(2) : target];
    return cells.map((cell) => cell.replace('.', ',')).join(separator);
  });
  return [lines.join('\n'), [`x${separator}y`, ...lines].join('\n')];
};

describe.each(named)('two columns with decimal commas between %s', (_, separator) => {
  it('are the numbers that they say, as samples and as a surface’s rows', () => {
    for (const text of tablesOf(separator, targets)) {
      const { data } = readSamples(text);
      expect([...(data?.inputs ?? [])]).toEqual(inputs);
      expect([...(data?.numbers ?? [])]).toEqual(targets);
      expect(readTable(text).rows).toEqual(inputs.map((value, i) => [value, targets[i]]));
    }
  });

  it('may be a number and a class', () => {
    const sides = inputs.map((value) => (value < 2 ? 'left' : 'right'));
    for (const text of tablesOf(separator, sides)) {
      const { data } = readSamples(text);
      expect([...(data?.inputs ?? [])]).toEqual(inputs);
      expect(data?.classes).toEqual(['left', 'right']);
    }
  });
});

it('a comma with a blank behind it separates: it is no decimal comma', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${i}, ${i % 5}, class ${i % 2}`);
  const { data } = readSamples(['x, y, kind', ...lines].join('\n'));
  expect(data?.classes).toEqual(['class 0', 'class 1']);
});

describe('a megabyte of one character, whatever comes of it, is read soon', () => {
  const limit = 100;
  const length = 1_000_000;
  const characters = ['1', ' ', '\t', ',', ';', '"', '.', '-', '\n', '\r', 'e', '#'];

  it.each([...characters.map((each) => [each, '']), ['1', 'e'], ['1', 'e,1'], ['1', ' 1x'], ['.', '1e']])(
    '%j, and %j at its end',
    (character, end) => {
      const text = character.repeat(length) + end;
      for (const read of [readTable, readSamples]) {
        expect(quickest(limit, () => read(text))).toBeLessThan(limit);
        expect(read(text).fault === undefined).toBe(read === readTable && text.trim() === '');
      }
    },
  );
});
