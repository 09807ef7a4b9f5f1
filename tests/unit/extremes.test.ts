import { expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { readScene, type Runner } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { statusText } from '../../src/state/status.ts';

/** Whether an odd number of bits is set. */
function isOdd(bits: number): boolean {
  let odd = false;
  for (let left = bits; left > 0; left &= left - 1) odd = !odd;
  return odd;
}

/**
 * Rows of high and low in which every two factors meet in all four ways: an orthogonal array of strength 2, where factor
 * f is high in row r if r and f + 1 have an odd number of bits in common.
 */
const pairwise = (factors: number): boolean[][] =>
  Array.from({ length: 2 ** Math.ceil(Math.log2(factors + 1)) }, (_, row) =>
    Array.from({ length: factors }, (__, factor) => isOdd(row & (factor + 1))),
  );

test('every two factors meet in all four ways', () => {
  const rows = pairwise(6);
  for (let a = 0; a < 6; a += 1)
    for (let b = 0; b < a; b += 1) expect(new Set(rows.map((row) => `${row[a]} ${row[b]}`)).size).toBe(4);
});

const steps = 60;
/** Runs that ended because a number was no longer finite. */
let lost = 0;

test.each(surfaces.map((surface) => [surface.id, surface] as const))(
  'on %s, with start and sliders at their ends, every rule’s run has a word for how it ends, and keeps finite numbers only',
  (id, { domain: [x0, x1, y0, y1], params }) => {
    for (const rule of rules) {
      const own = Object.entries(params);
      const all = [...own, ...Object.entries(rule.hyper)];
      for (const row of pairwise(all.length + 2)) {
        const values = all.map(([name, { min, max }], i) => [name, row[i + 2] === true ? max : min] as const);
        const { scene, problems } = readScene({
          surface: { id, params: Object.fromEntries(values.slice(0, own.length)) },
          start: [row[0] === true ? x1 : x0, row[1] === true ? y1 : y0],
          steps,
          optimizers: [{ id: rule.id, ...Object.fromEntries(values.slice(own.length)) }],
        });
        const where = `${rule.id} ${JSON.stringify(values)}`;
        expect(problems, where).toEqual([]);
        const run = simulate(rule.id, settingsOf(scene, scene.optimizers[0] as Runner));
        const isLost = Object.values(run.columns).some((column) =>
          column.subarray(0, run.steps + 1).some((value) => !Number.isFinite(value)),
        );
        expect(isLost, where).toBe(false);
        if (run.culprit !== undefined) {
          lost += 1;
          expect(['undefined', 'diverged'], where).toContain(run.status);
        } else if (run.steps < steps) expect(run.status, where).toBe('converged');
        const { en, zh } = statusText(run, scene);
        expect(en, where).toMatch(/^(converged|diverged|undefined|not settled|gx|the )/);
        expect(zh, where).toMatch(/收敛|发散|没有定义|无定义/);
        expect(en + zh, where).not.toMatch(/NaN|Infinity/);
      }
    }
  },
);

test('some of them do end where a number is lost', () => expect(lost).toBeGreaterThan(100));
