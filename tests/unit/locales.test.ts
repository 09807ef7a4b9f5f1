import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/state/table/table.ts';

const locales = ['en', 'de', 'de-CH', 'fr', 'fr-CH', 'es', 'it', 'pl', 'pt-BR', 'ru', 'sv', 'zh', 'ja', 'nb'];

describe.each(locales)('numbers as %s writes them', (locale) => {
  it.each([';', '\t', '","'])(
    'between %j are read as they are meant, or it is said that they can be read otherwise',
    (separator) => {
      const number = fc.oneof(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.double({ min: -99_999, max: 99_999, noNaN: true }),
      );
      const digits = fc.constantFrom(0, 1, 2, 3, 6);
      let told = 0;
      fc.assert(
        fc.property(
          fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 }),
          digits,
          fc.boolean(),
          (rows, most, isPadded) => {
            const form = new Intl.NumberFormat(locale, {
              maximumFractionDigits: most,
              minimumFractionDigits: isPadded ? most : 0,
            });
            const meant = rows.map((row) => row.map((value) => Number(value.toFixed(most)) + 0));
            const lines = meant.map((row) => row.map((value) => form.format(value)).join(separator));
            const { rows: read, notes } = readTable(
              (separator === '","' ? lines.map((line) => `"${line}"`) : lines).join('\n'),
            );
            if (notes.some(({ en }) => en.includes('nothing in the table tells'))) {
              told += 1;
              return;
            }
            expect(read).toEqual(meant);
          },
        ),
        { seed: 4, numRuns: 300 },
      );
      expect(told).toBeLessThan(60);
    },
  );
});
