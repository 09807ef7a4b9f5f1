import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/state/table/table.ts';
import { textOf } from '../../src/ui/data/textOf.ts';

const text = 'Größe;Gewicht\n1,5;2\n2,5;4\n';
const file = (...bytes: number[]): Blob => new Blob([new Uint8Array(bytes)]);
const codes = Array.from(text, (letter) => letter.charCodeAt(0));
const wide = codes.flatMap((code) => [code & 255, code >> 8]);

describe('a file from a spreadsheet', () => {
  it.each([
    ['UTF-8', new Blob([text])],
    ['UTF-8 with a mark', new Blob(['\ufeff', text])],
    ['what spreadsheets call Unicode text', file(255, 254, ...wide)],
    ['what they call CSV in Europe', file(...codes)],
  ])('of %s is the text that it was', async (_, from) => {
    expect(await textOf(from, 'en')).toBe(text);
  });

  it('of what they call CSV in China is the text that it was, for those who read Chinese', async () => {
    const chinese = file(0xc9, 0xed, 0xb8, 0xdf, 0x2c, 0xcc, 0xe5, 0xd6, 0xd8, 0x0a, 0x31, 0x2c, 0x32);
    expect(await textOf(chinese, 'zh')).toBe('身高,体重\n1,2');
    expect(await textOf(chinese, 'en')).toContain('\n1,2');
  });

  it.each(['en', 'zh'] as const)(
    'of UTF-8 with a letter cut or spoilt loses that letter alone, for %s',
    async (language) => {
      const cut = [...Buffer.from(`${text}3,5;体重é`)].slice(0, -1);
      expect(await textOf(file(...cut), language)).toBe(`${text}3,5;体重?`);
      const spoilt = [...Buffer.from(`${text}3;5\n`)];
      spoilt[spoilt.length - 4] = 0xff;
      const read = await textOf(file(...spoilt), language);
      expect(readTable(read)).toMatchObject({ rows: [[1.5, 2], [2.5, 4]], fault: undefined }); // prettier-ignore
    },
  );

  it('of what they call CSV in Europe is one for those who read Chinese too, where it is none from China', async () => {
    const latin = (words: string): Blob => file(...Buffer.from(words, 'latin1'));
    for (const words of ['Café;x\n1;2\n3;4', 'Café;naïve\n1;2\n3;4', 'x;Café'])
      expect(await textOf(latin(words), 'zh')).toBe(words);
    const { rows } = readTable(await textOf(latin('Café;x\n1;2\n3;4'), 'zh'));
    expect(rows).toEqual([[1, 2], [3, 4]]); // prettier-ignore
  });

  it('of what they call CSV in China with its last letter cut loses that letter alone', async () => {
    const chinese = Array.from({ length: 100 }, () => [0xc9, 0xed, 0xb8, 0xdf, 0x0a]).flat();
    expect(await textOf(file(...chinese, 0xc9), 'zh')).toBe(`${'身高\n'.repeat(100)}?`);
  });

  it('which is a picture stays none', async () => {
    const picture = await textOf(file(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'en');
    expect(readTable(picture).fault?.en).toBe('this is not text: export the table as CSV');
  });
});
