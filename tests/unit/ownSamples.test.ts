import { describe, expect, it } from 'vitest';
import { presets } from '../../src/network/defaults.ts';
import { Training } from '../../src/network/train/train.ts';
import { readSamples } from '../../src/state/table/samples.ts';
import { presetSpec } from './presetSpec.ts';

/** Two clouds that a line tells apart, as a table: x, y, name. */
const clouds = (separator = ',', decimal = '.', count = 40): string[] =>
  Array.from({ length: count }, (_, i) => {
    const number = (value: number): string => value.toFixed(2).replace('.', decimal);
    const side = i % 2 === 0 ? -2 : 2;
    return [number(side + Math.sin(7 * i)), number(Math.cos(5 * i)), i % 2 === 0 ? 'left' : 'right'].join(separator);
  });

const said = (text: string, language: 'en' | 'zh' = 'en'): string[] => {
  const { notes, fault } = readSamples(text);
  return [...notes, ...(fault ? [fault] : [])].map((sentence) => sentence[language]);
};

describe('a table of one’s own', () => {
  it('becomes samples: the last column is the class', () => {
    const { data, notes, fault } = readSamples(['a,b,side', ...clouds()].join('\n'));
    expect(fault).toBeUndefined();
    expect(data).toMatchObject({ rows: 40, features: ['a', 'b'], classes: ['left', 'right'], wanted: [] });
    expect([...(data?.inputs.subarray(0, 4) ?? [])]).toEqual([-2, 1, 2.66, 0.28]);
    expect([...(data?.labels.subarray(0, 3) ?? [])]).toEqual([0, 1, 0]);
    expect(notes.map(({ en }) => en)).toEqual([
      'the first line is read as a header: "a", "b", "side"',
      '"side" is one of 2 classes',
    ]);
  });

  it.each([
    ['semicolons and decimal commas', clouds(';', ',').join('\n')],
    ['tabs', clouds('\t').join('\r\n')],
    ['spaces', clouds(' ').join('\n')],
    ['a mark at its beginning and remarks', `\ufeff# a remark\n\n${clouds().join('\n')}\n\n`],
  ])('may have %s', (_, text) => {
    const { data } = readSamples(text);
    expect(data).toMatchObject({ rows: 40, features: ['x1', 'x2'], classes: ['left', 'right'] });
    expect(data?.inputs).toEqual(readSamples(clouds().join('\n')).data?.inputs);
  });

  it('is trained on', () => {
    const { data } = readSamples(clouds().join('\n'));
    const training = new Training(presetSpec(data as NonNullable<typeof data>, presets.csv, 'adam', 1));
    training.advance(100);
    expect(training.evaluate(training.spec.split.test).score).toBe(1);
  });

  it('may have numbers to predict, or few whole numbers as classes', () => {
    const table = (last: (i: number) => number): string =>
      Array.from({ length: 40 }, (_, i) => `${i},${last(i)}`).join('\n');
    expect(readSamples(table((i) => i / 7)).data).toMatchObject({ classes: [], wanted: ['x2'] });
    expect(readSamples(table((i) => (i * 3) % 4)).data).toMatchObject({ classes: ['0', '1', '2', '3'], wanted: [] });
    expect(readSamples(table((i) => i)).data).toMatchObject({ classes: [], wanted: ['x2'] });
  });
});

describe('what is wrong with a table is said', () => {
  const lines = clouds();
  const withLine = (i: number, line: string): string => lines.with(i, line).join('\n');

  it.each([
    [
      'missing values',
      withLine(2, '1,,left'),
      '1 row left out; the first is line 3: a value is missing in column 2, "x2"',
    ],
    ['a missing class', withLine(2, '1,NA,left').replace('left', ''), 'a value is missing in column'],
    [
      'words for numbers',
      withLine(4, '1,two,left'),
      '1 row left out; the first is line 5: expected a number in column 2, "x2", found "two"',
    ],
    ['numbers beyond reason', withLine(4, '1,1e300,left'), 'found "1e300"'],
    ['too few cells', withLine(0, '1,2'), '1 row left out; the first is line 1: expected 3 columns, found 2'],
    ['a column of text', lines.map((line, i) => `n${i},${line}`).join('\n'), 'column 1, "x1" is text: it is left out'],
    ['a column that never changes', lines.map((line) => `7,${line}`).join('\n'), 'column 1, "x1" never changes'],
  ])('%s, and the rest is kept', (_, text, sentence) => {
    const { data, fault } = readSamples(text);
    expect(fault).toBeUndefined();
    expect(data?.rows).toBeGreaterThan(35);
    expect(said(text).join('\n')).toContain(sentence);
    expect(said(text, 'zh')).toHaveLength(said(text).length);
    for (const chinese of said(text, 'zh')) expect(chinese).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ['nothing', '', 'the table is empty'],
    ['one column', '1\n2\n3', 'expected at least two columns'],
    ['one row', '1,2,left', 'expected at least 10 complete rows, found 1'],
    ['no numbers', 'a,b\nc,d', 'expected 1 to 64 columns of numbers before the last, found 0'],
    [
      'all values missing',
      Array.from({ length: 20 }, () => ',1').join('\n'),
      'expected at least 10 complete rows, found 0',
    ],
    ['one class', lines.map((line) => line.replace('right', 'left')).join('\n'), 'column 3, "x3" has one value only'],
    [
      'a class for each row',
      lines.map((line, i) => `${line}${i}`).join('\n'),
      'expected at most 20 classes in the last column, found 40',
    ],
    [
      'too many columns',
      Array.from({ length: 20 }, (_, i) => Array.from({ length: 70 }, (__, j) => i * j).join()).join('\n'),
      'expected 1 to 64 columns of numbers before the last, found 69',
    ],
    ['what is no text', '\0\x01\x02', 'expected at least two columns'],
  ])('%s is no table to learn from', (_, text, sentence) => {
    expect(readSamples(text).data).toBeUndefined();
    expect(readSamples(text).fault?.en).toContain(sentence);
    expect(readSamples(text).fault?.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('a long one is cut, soon', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 7},${i % 2 ? 'a' : 'b'}`).join('\n');
    expect(readSamples(long).data?.rows).toBe(5000);
    expect(said(long)).toContain('of 20000 rows the first 5000 are used');
  });
});
