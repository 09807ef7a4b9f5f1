import { expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import type { Surface } from '../../surfaces/surface.ts';
import type { Run } from '../../src/engine/run.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import type { Rule } from '../../src/optimizers/rule.ts';
import { muSchedules, schedules } from '../../src/schedules/catalog.ts';
import { warmup } from '../../src/schedules/warmup.ts';
import { dataLoss } from '../../src/state/data.ts';
import { hyperQuantity, parameterQuantity } from '../../src/state/parameter.ts';
import { readScene, type Runner, type Scene } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { statusText } from '../../src/state/status.ts';
import { ruleHyper, ruleState, surfaceParameters } from '../../src/state/typed.ts';

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

const read = (input: object, kept?: Scene): Scene => {
  const { scene, problems } = readScene(input, kept);
  expect(problems, JSON.stringify(input)).toEqual([]);
  return scene;
};

const scenes = new Map<string, Scene>();

/** A scene with a surface: the same one whenever it is asked for, so that its minima are found once. */
const sceneWith = (surface: object): Scene => {
  const key = JSON.stringify(surface);
  const scene = scenes.get(key) ?? read({ surface, steps });
  scenes.set(key, scene);
  return scene;
};
/** The run of the one optimizer of a scene; it has a word for how it ends, and keeps finite numbers only. */
function runOf({ surface, ...input }: { readonly surface: object } & Readonly<Record<string, unknown>>): Run {
  const where = JSON.stringify({ surface, ...input });
  const scene = read(input, sceneWith(surface));
  const [runner] = scene.optimizers as [Runner];
  const run = simulate(runner.id, settingsOf(scene, runner));
  // Where the loss has no value at the start, there is no number before that one.
  const first = run.culprit !== undefined && run.at === 0 ? 1 : 0;
  const isLost = Object.values(run.columns).some((column) =>
    column.subarray(first, run.steps + 1).some((value) => !Number.isFinite(value)),
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

/** A surface as a scene names it: with its parameters, where runs may start, and how many rows of data it is made of. */
interface Place {
  readonly id: string;
  readonly given: object;
  readonly params: Ends;
  readonly domain: readonly [number, number, number, number];
  readonly rows?: number;
}

const typedFormula = 'log(a + x^2) + b*abs(y)';
const ownRows = [[0, 1], [1, 3], [2, 4], [3, 40]]; // prettier-ignore

const places: Place[] = [
  ...surfaces.map(({ id, params, domain, samples }: Surface) => ({
    id,
    given: { id },
    params: Object.entries(params),
    domain,
    ...(samples && { rows: samples.rows.length }),
  })),
  {
    id: 'a typed surface',
    given: { formula: typedFormula, domain: [-3, 3, -3, 3] },
    params: surfaceParameters(typedFormula).map((name) => [name, parameterQuantity]),
    domain: [-3, 3, -3, 3],
  },
  {
    id: 'data of one’s own',
    given: { data: ownRows, loss: 'huber', standardised: false, domain: [-9, 9, -9, 9] },
    params: Object.entries(
      dataLoss({ data: ownRows as [number, number][], loss: 'huber', standardised: false }).params,
    ),
    domain: [-9, 9, -9, 9],
    rows: ownRows.length,
  },
];

/** A rule as a scene names it, in one of its forms. */
interface Form {
  readonly given: object;
  readonly hyper: Ends;
}

const typedRule = 'v = beta2*v + (1 - beta2)*g^2; x = x - lr*g/(sqrt(v) + eps)';

/** The forms of every rule: the default, its variants; and one of a typed rule. */
const forms: Form[][] = [
  ...rules.map(({ id, hyper, variants }: Rule) =>
    ['default', ...Object.keys(variants)].map((variant) => ({ given: { id, variant }, hyper: Object.entries(hyper) })),
  ),
  [
    {
      given: { id: 'mine', rule: typedRule },
      hyper: ruleHyper(typedRule, ruleState(typedRule)).map((name) => [name, hyperQuantity(name)]),
    },
  ],
];

/** What a surface of data has beside: batches of one row, or of all of them. */
const batchOf = ({ rows }: Place, isWhole: boolean | undefined): object =>
  rows === undefined ? {} : { batch: isWhole === true ? rows : 1 };

/** The runs of a rule with start, sliders and batches at their ends. */
function runsAtEnds(place: Place, { given, hyper }: Form): Run[] {
  const { params, domain: [x0, x1, y0, y1] } = place; // prettier-ignore
  const factors = params.length + hyper.length + (place.rows === undefined ? 2 : 3);
  return pairwise(factors).map(([isRight, isHigh, ...row]) =>
    runOf({
      surface: { ...place.given, params: atEnds(params, row) },
      start: [isRight === true ? x1 : x0, isHigh === true ? y1 : y0],
      optimizers: [{ ...given, ...atEnds(hyper, row.slice(params.length)) }],
      ...batchOf(place, row.at(-1)),
    }),
  );
}

test.each(places.map((place) => [place.id, place] as const))(
  'on %s, with start, sliders and batches at their ends, every form of a rule has a word for how it ends, and keeps finite numbers only',
  (_, place) => {
    for (const form of forms.flat()) expect(runsAtEnds(place, form).length).toBeGreaterThan(3);
  },
);

test('some of them do end where a number is lost', () => {
  const [[sgd]] = forms as [[Form]];
  const lost = places.flatMap((place) => runsAtEnds(place, sgd)).filter(({ culprit }) => culprit !== undefined);
  expect(lost.length).toBeGreaterThan(20);
});

const plans = schedules.flatMap((schedule) => muSchedules.map((muSchedule) => [schedule, muSchedule] as const));

test('so has every plan of both schedules, which meets every surface and every rule', () => {
  expect(Math.min(places.length, forms.length)).toBeGreaterThanOrEqual(plans.length);
});

test.each(places.map((place, i) => [place.id, place, i] as const))(
  'on %s, so has every rule, in one of its forms, with settings of both schedules, warm-up, noise and all of its own at their ends',
  (_, place, at) => {
    forms.forEach((all, i) => {
      const { given, hyper } = all[at % all.length] as Form;
      const [schedule, muSchedule] = plans[(at + i) % plans.length] as (typeof plans)[number];
      const [own, ofMu]: [Ends, Ends] = [Object.entries(schedule.params), Object.entries(muSchedule.params)];
      const factors = hyper.length + own.length + ofMu.length + (place.rows === undefined ? 2 : 3);
      for (const [isNoisy, isWarm, ...row] of pairwise(factors)) {
        const run = runOf({
          surface: place.given,
          noise: isNoisy === true ? noisiest : 0,
          schedule: {
            kind: schedule.id,
            ...atEnds(own, row),
            warmup: isWarm === true ? warmup.params.warmup.max : warmup.params.warmup.min,
          },
          muSchedule: { kind: muSchedule.id, ...atEnds(ofMu, row.slice(own.length)) },
          optimizers: [{ ...given, ...atEnds(hyper, row.slice(own.length + ofMu.length)) }],
          ...batchOf(place, row.at(-1)),
        });
        expect(run.columns['lr']).toBeDefined();
      }
    });
  },
);
