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

  it.each([
    ...characters.map((each) => [each, '']),
    ['1', 'e'],
    ['1', 'e,1'],
    ['1', ' 1x'],
    ['.', '1e'],
    ['",', ''],
    ['1.234.', ''],
    ['""', ','],
    ['1,234', ';2'],
  ])('%j, and %j at its end', (character, end) => {
    const text = character.repeat(length / character.length) + end;
    for (const read of [readTable, readSamples]) {
      expect(quickest(limit, () => read(text))).toBeLessThan(limit);
      expect(read(text).fault === undefined).toBe(read === readTable && text.trim() === '');
    }
  });
});

describe('thousands are grouped as spreadsheets group them', () => {
  /** What a text says as rows of a surface, and as samples where it is long enough; both must agree. */
  const readBoth = (lines: readonly string[]) => {
    const { rows, notes, fault } = readTable(lines.join('\n'));
    const repeated = Array.from({ length: 10 }, () => lines).flat();
    const { data } = readSamples(repeated.join('\n'));
    const inputs = rows.map(([input]) => input);
    expect([...(data?.inputs.slice(0, rows.length) ?? [])]).toEqual(inputs);
    return { rows, notes: notes.map(({ en }) => en), fault };
  };

  it.each([
    ['German between semicolons', ['1.234,5;2', '-1.234.567,25;3,5']],
    ['German between tabs', ['1.234,5\t2', '-1.234.567,25\t3,5']],
    ['German between spaces', ['1.234,5 2', '-1.234.567,25 3,5']],
    ['German in quotes', ['"1.234,5","2"', '"-1.234.567,25","3,5"']],
    ['English between semicolons', ['1,234.5;2', '-1,234,567.25;3.5']],
    ['English between tabs', ['1,234.5\t2', '−1,234,567.25\t3.5']],
    ['English in quotes', ['"1,234.5",2', '"-1,234,567.25",3.5']],
    ['Swiss between tabs', ['1’234.5\t2', "-1'234'567.25\t3.5"]],
    ['French between semicolons', ['1\u202f234,5;2', '-1\u00a0234\u00a0567,25;3,5']],
  ])('%s', (_, lines) => {
    const said = lines[1]?.includes('3,5') === true ? ['commas are read as decimal points'] : [];
    expect(readBoth(lines)).toEqual({ rows: [[1234.5, 2], [-1_234_567.25, 3.5]], notes: said, fault: undefined }); // prettier-ignore
  });

  it.each([
    [
      ['1.234;0,5', '7;1,25'],
      [
        [1234, 0.5],
        [7, 1.25],
      ],
    ],
    [
      ['1,234;0.5', '7;1.25'],
      [
        [1234, 0.5],
        [7, 1.25],
      ],
    ],
    [
      ['1.234;2', '1.5;3'],
      [
        [1.234, 2],
        [1.5, 3],
      ],
    ],
    [
      ['1,234;2', '1,5;3'],
      [
        [1.234, 2],
        [1.5, 3],
      ],
    ],
    [
      ['1.234\t2', '1.234.567\t3'],
      [
        [1234, 2],
        [1_234_567, 3],
      ],
    ],
    [
      ['0,125;2,250', '1,234;3,000'],
      [
        [0.125, 2.25],
        [1.234, 3],
      ],
    ],
  ])('%j: what one number leaves open, another tells', (lines, rows) => {
    const { notes, ...rest } = readBoth(lines);
    expect(rest).toEqual({ rows, fault: undefined });
    expect(notes.filter((note) => note !== 'commas are read as decimal points')).toEqual([]);
  });

  it.each([
    [['1.234;5', '2.345;6'], [[1.234, 5], [2.345, 6]], '"1.234" is read as 1.234, not as 1234: nothing in the table tells which is meant'],
    [['1,234\t5', '2,345\t6'], [[1.234, 5], [2.345, 6]], '"1,234" is read as 1.234, not as 1234: nothing in the table tells which is meant'],
    [['"1,234","5"', '"2,345","6"'], [[1234, 5], [2345, 6]], '"1,234" is read as 1234, not as 1.234: nothing in the table tells which is meant'],
  ])('%j: what nothing tells is said', (lines, rows, note) => {
    const table = readBoth(lines);
    expect(table.rows).toEqual(rows);
    expect(table.notes.at(-1)).toBe(note);
    const samples = readSamples(Array.from({ length: 10 }, () => lines).flat().join('\n'));
    expect(samples.notes.map(({ en }) => en)).toContain(note);
    expect(samples.notes.map(({ zh }) => zh).join('')).toContain('无法判断');
  }); // prettier-ignore

  it('what only a line far below tells is told by it', () => {
    const plain = Array.from({ length: 1000 }, (_, i) => `${i};${i}`);
    const { data } = readSamples([...plain, '1,234;5', '1,5;6'].join('\n'));
    expect(data?.inputs.slice(-2)).toEqual(Float64Array.of(1.234, 1.5));
    expect(readTable([...plain, '1,234;5'].join('\n')).notes.at(-2)?.en).toContain(
      '"1,234" is read as 1.234, not as 1234',
    );
    expect(readSamples([...plain, '1,234;5'].join('\n')).notes[1]?.en).toContain(
      '"1,234" is read as 1.234, not as 1234',
    );
  });

  it('where commas separate and are decimal, a line without quotes has as many cells as commas cut it into', () => {
    const { rows, notes } = readTable('"1,5","2,5"\n"3,5","4,5"\n5,6\n1,5,2\n1,5,2,5');
    expect(rows).toEqual([[1.5, 2.5], [3.5, 4.5], [5, 6]]); // prettier-ignore
    expect(notes.map(({ en }) => en)).toContain(
      'line 4: expected two columns, input and target, found 3; 2 rows like it left out',
    );
  });

  it('a cell that is left out is read as no number', () => {
    const { rows, notes } = readTable('a;b\n1,5;3\n1.5;4\n2;5\n3;5');
    expect(rows).toEqual([[1.5, 4], [2, 5], [3, 5]]); // prettier-ignore
    expect(notes.map(({ en }) => en)).toEqual([
      'the first line is read as a header: "a", "b"',
      'line 2: expected a number, found "1,5"; this row is left out',
    ]);
  });

  it('commas that separate leave nothing open', () => {
    expect(readBoth(['1.234,5.678', '2.345,6.789'])).toEqual({ rows: [[1.234, 5.678], [2.345, 6.789]], notes: [], fault: undefined }); // prettier-ignore
  });

  it.each(['1.5', '12.34', '1234.567', '0.123', '1.2345', '1.234.5', '1,234,5', '1.234e2'])(
    '%j is no number among decimal commas',
    (cell) => {
      const { rows, notes } = readTable(['1,5;2,5', `${cell};3`, '3,5;4,5', '4,5;1,5'].join('\n'));
      expect(rows.length).toBe(3);
      expect(notes.map(({ en }) => en)).toContain(`line 2: expected a number, found "${cell}"; this row is left out`);
    },
  );
});

it('a separator in quotes separates nothing', () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${i},${(i * i) % 7},"kind ${i % 2}, ""b"""`);
  const { data } = readSamples(['x,"y, in cm",kind', ...lines].join('\n'));
  expect(data).toMatchObject({ features: ['x', 'y, in cm'], classes: ['kind 0, "b"', 'kind 1, "b"'] });
});

it('a class is a number, however it is written', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `${i},5;${['1.000', '1000', '1000,0', '2'][i % 4]}`);
  expect(readSamples(lines.join('\n')).data?.classes).toEqual(['2', '1000']);
});
