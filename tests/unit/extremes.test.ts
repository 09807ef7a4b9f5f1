import { expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import type { Surface } from '../../surfaces/surface.ts';
import type { Run } from '../../src/engine/run.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import type { Rule } from '../../src/optimizers/rule.ts';
import { muSchedules, schedules } from '../../src/schedules/catalog.ts';
import { warmup } from '../../src/schedules/warmup.ts';
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
/** Where the slider of noise ends. */
const noisiest = 10;

/** The run of the one optimizer of a scene; it has a word for how it ends, and keeps finite numbers only. */
function runOf(input: object): Run {
  const where = JSON.stringify(input);
  const { scene, problems } = readScene({ steps, ...input });
  expect(problems, where).toEqual([]);
  const [runner] = scene.optimizers as [Runner];
  const run = simulate(runner.id, settingsOf(scene, runner));
  const isLost = Object.values(run.columns).some((column) =>
    column.subarray(0, run.steps + 1).some((value) => !Number.isFinite(value)),
  );
  expect(isLost, where).toBe(false);
  if (run.culprit !== undefined) expect(['undefined', 'diverged'], where).toContain(run.status);
  else if (run.steps < steps) expect(run.status, where).toBe('converged');
  const { en, zh } = statusText(run, scene);
  expect(en, where).toMatch(/^(converged|diverged|undefined|not settled|gx|the )/);
  expect(zh, where).toMatch(/收敛|发散|没有定义|无定义/);
  expect(en + zh, where).not.toMatch(/NaN|Infinity/);
  return run;
}

type Ends = readonly (readonly [name: string, quantity: { readonly min: number; readonly max: number }])[];

/** Named quantities, each at one of its ends. */
const atEnds = (all: Ends, row: readonly boolean[]): Record<string, number> =>
  Object.fromEntries(all.map(([name, { min, max }], i) => [name, row[i] === true ? max : min]));

/** The runs of a rule with start and sliders at their ends. */
function runsAtEnds({ id, domain: [x0, x1, y0, y1], params }: Surface, rule: Rule): Run[] {
  const [own, hyper] = [Object.entries(params), Object.entries(rule.hyper)];
  return pairwise(own.length + hyper.length + 2).map(([isRight, isHigh, ...row]) =>
    runOf({
      surface: { id, params: atEnds(own, row) },
      start: [isRight === true ? x1 : x0, isHigh === true ? y1 : y0],
      optimizers: [{ id: rule.id, ...atEnds(hyper, row.slice(own.length)) }],
    }),
  );
}

test.each(surfaces.map((surface) => [surface.id, surface] as const))(
  'on %s, with start and sliders at their ends, every rule’s run has a word for how it ends, and keeps finite numbers only',
  (_, surface) => {
    for (const rule of rules) expect(runsAtEnds(surface, rule).length).toBeGreaterThan(3);
  },
);

test('some of them do end where a number is lost', () => {
  const [rule] = rules;
  const lost = surfaces.flatMap((surface) => runsAtEnds(surface, rule)).filter(({ culprit }) => culprit !== undefined);
  expect(lost.length).toBeGreaterThan(20);
});

const plans = schedules.flatMap((schedule) => muSchedules.map((muSchedule) => [schedule, muSchedule] as const));

test('so has every plan of both schedules, which meets every surface and every rule', () => {
  expect(Math.min(surfaces.length, rules.length)).toBeGreaterThanOrEqual(plans.length);
});

test.each(surfaces.map((surface, place) => [surface.id, place] as const))(
  'on %s, so has every rule’s with settings of both schedules, warm-up, noise and rate at their ends',
  (id, place) => {
    rules.forEach((rule, i) => {
      const [schedule, muSchedule] = plans[(place + i) % plans.length] as (typeof plans)[number];
      const [own, ofMu]: [Ends, Ends] = [Object.entries(schedule.params), Object.entries(muSchedule.params)];
      for (const [isNoisy, isWarm, isFast, ...row] of pairwise(own.length + ofMu.length + 3)) {
        const { min, max } = rule.hyper['lr'] as Quantity;
        const run = runOf({
          surface: { id },
          noise: isNoisy === true ? noisiest : 0,
          schedule: {
            kind: schedule.id,
            ...atEnds(own, row),
            warmup: isWarm === true ? warmup.params.warmup.max : warmup.params.warmup.min,
          },
          muSchedule: { kind: muSchedule.id, ...atEnds(ofMu, row.slice(own.length)) },
          optimizers: [{ id: rule.id, lr: isFast === true ? max : min }],
        });
        expect(run.columns['lr']).toBeDefined();
      }
    });
  },
);
