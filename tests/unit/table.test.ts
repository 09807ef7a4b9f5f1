import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/state/table/table.ts';

const pairs = [
  [1.5, -2],
  [2.5, 4],
  [3e2, 0.25],
];

/** What is said about a text in English, after checking that the Chinese says something too. */
const said = (text: string): { notes: string[]; fault: string | undefined; rows: number } => {
  const { rows, notes, fault } = readTable(text);
  for (const { zh } of [...notes, ...(fault === undefined ? [] : [fault])]) expect(zh).toMatch(/\p{Script=Han}/u);
  return { notes: notes.map(({ en }) => en), fault: fault?.en, rows: rows.length };
};

describe('tables as people have them', () => {
  it.each([
    ['commas', '1.5,-2\n2.5,4\n3e2,.25'],
    ['commas and spaces', '1.5, -2\n2.5,  4\n3e2, .25\n'],
    ['semicolons', '1.5;-2\r\n2.5;4\r\n3e2;.25\r\n'],
    ['tabs', '1.5\t-2\n2.5\t4\n3e2\t.25'],
    ['spaces', '  1.5 -2\n 2.5   4\n300 .25'],
    ['the line ends of old', '1.5,-2\r2.5,4\r3e2,.25'],
    ['quotes, a sign that is no hyphen, separators at the end', '"1.5","−2",\n"2.5","4",\n+3e2,.25,,'],
    ['a byte order mark and remarks', '\ufeff# temperature, pressure\n1.5,-2\n#\n2.5,4\n3e2,.25'],
  ])('%s', (_, text) => {
    expect(readTable(text)).toEqual({ rows: pairs, notes: [], fault: undefined });
  });

  it.each([
    ['semicolons', '1,5;-2\n2,5;4\n300;0,25'],
    ['tabs', '1,5\t-2\n2,5\t4\n300\t0,25'],
    ['spaces', '1,5 -2\n2,5 4\n300 0,25'],
  ])('decimal commas between %s', (_, text) => {
    expect(readTable(text).rows).toEqual(pairs);
    expect(said(text).notes).toEqual(['commas are read as decimal points']);
  });

  it('a comma alone separates', () => {
    expect(readTable('1,5\n2,7')).toEqual({ rows: [[1, 5], [2, 7]], notes: [], fault: undefined }); // prettier-ignore
  });

  it('a header of words is no row', () => {
    for (const header of ['t,u', '"boiling, point","inches"', 'x y z'])
      expect(readTable(`${header}\n1.5,-2\n2.5,4\n3e2,.25`).rows).toEqual(pairs);
    expect(said('t,u\n1,2\n3,4').notes).toEqual(['the first line is read as a header: "t", "u"']);
  });
});

describe('what is left out is told', () => {
  it.each([
    ['1,2\n\n\n3,4\n\n', ['2 blank lines left out']],
    ['1,2\n3,\nNA,4\n5,6\n7,n/a\n8,9', ['3 rows with a missing value left out']],
    ['1,2\n3,4\n5,six\n7,8', ['line 3: expected a number, found "six"; this row is left out']],
    ['1,2\nfive,4\n3,4\nsix,4\n7,8\n9,9', ['line 2: expected a number, found "five"; 2 rows like it left out']],
    ['1,2\n3,4,5\n7,8', ['line 2: expected two columns, input and target, found 3; this row is left out']],
    ['1,2\n1e999,4\n7,8', ['line 2: "1e999" is beyond ±1e9; other units would help; this row is left out']],
  ])('%j', (text, notes) => {
    expect(said(text)).toMatchObject({ notes, fault: undefined });
  });

  it.each([
    ['one row', '1,2\n', 'there is one row of two numbers: a line needs at least two'],
    ['one column', '1\n2\n3', 'line 1: expected two columns, input and target, found 1'],
    ['three columns', '1,2,3\n4,5,6', 'line 1: expected two columns, input and target, found 3'],
    ['words', 'Dear Sir, or Madam\n1,x\n2,y', 'line 2: expected a number, found "x"'],
    ['numbers beyond reason', '1e999,1\n2,1e10', 'line 1: "1e999" is beyond ±1e9; other units would help'],
    ['missing values', 't,u\n1,\n2,NA', 'there is no row of two numbers: a value is missing in all 2'],
    ['a header alone', 't,u', 'there is no row of two numbers'],
    ['more words than numbers', '1,2\n3,4\na,1\nb,1\nc,1', 'line 3: expected a number, found "a"'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'this is not text: export the table as CSV'],
    ['bytes that are no text', 'PK\u0003\u0004\ufffd\ufffd', 'this is not text: export the table as CSV'],
  ])('%s', (_, text, fault) => {
    expect(said(text)).toEqual({ rows: 0, notes: [], fault });
  });

  it('nothing is neither', () => {
    for (const text of ['', '\n\n', '  \t ', ' '.repeat(10_000)])
      expect(readTable(text)).toEqual({ rows: [], notes: [], fault: undefined });
  });

  it('a million rows are thinned evenly, the first and the last among them', () => {
    const text = Array.from({ length: 1_000_000 }, (_, i) => `${i},${2 * i + 0.5}`).join('\n');
    const { rows } = readTable(text);
    expect(said(text).notes).toEqual(['of 1,000,000 rows, 200 at even distances are used']);
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([200, [0, 0.5], [999_999, 1_999_998.5]]);
    const gaps = rows.slice(1).map(([t], i) => t - (rows[i]?.[0] ?? NaN));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });
});
