import { expect, test } from 'vitest';
import { suggest } from '../../src/cli/suggest.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import rates from '../../surfaces/rates.json' with { type: 'json' };

const known: Readonly<Record<string, Readonly<Record<string, number>>>> = rates;
const ids = rules.map(({ id }) => id);

test('every surface has a rate for every optimizer, sorted, with two significant digits', () => {
  expect(Object.keys(known)).toEqual(surfaces.map(({ id }): string => id).sort());
  for (const [id, byRule] of Object.entries(known)) {
    expect(Object.keys(byRule), id).toEqual([...ids].sort());
    for (const lr of Object.values(byRule)) {
      expect(lr >= 1e-6 && lr <= 10, `${id}: ${lr}`).toBe(true);
      expect(Number(lr.toPrecision(2))).toBe(lr);
    }
  }
});

// These two need nothing but arithmetic and roots, which every machine rounds alike.
test.each(['rosenbrock', 'booth'] as const)('the search finds the rates of %s again', (id) => {
  expect(Object.fromEntries(ids.map((rule) => [rule, suggest(id, rule)]))).toEqual(known[id]);
});
