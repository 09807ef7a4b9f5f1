import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FanSettings, seedAt } from '../../src/engine/fan/fan.ts';
import { BandBuilder, placeOf, spreadOf } from '../../src/engine/fan/quantiles.ts';
import { measured } from '../../src/engine/measures.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { readScene } from '../../src/state/scene.ts';
import { runnersIn, settingsOf } from '../../src/state/settings.ts';
import { fanOf } from './fanThreads.ts';

/** The fan of a scene's first optimizer. */
const wantedIn = (input: object, seeds: number, measure: FanSettings['measure'] = 'loss'): FanSettings => {
  const { scene, problems } = readScene({ noise: 3, ...input });
  expect(problems).toEqual([]);
  const [runner] = runnersIn(scene);
  if (runner === undefined) throw new Error('expected an optimizer');
  return { id: runner.id, settings: settingsOf(scene, runner), seeds, measure };
};

const runsOf = ({ id, settings, seeds }: FanSettings) =>
  Array.from({ length: seeds }, (_, k) => simulate(id, { ...settings, seed: seedAt(settings.seed, k) }));

describe('the spread of numbers', () => {
  it('is made of the numbers themselves, at round(share·(n − 1)) of their order', () => {
    expect(spreadOf(Float64Array.from({ length: 11 }, (_, i) => 10 - i))).toEqual({ low: 1, median: 5, high: 9 });
    expect(spreadOf(Float64Array.of(4, 2))).toEqual({ low: 2, median: 4, high: 4 });
    expect([placeOf('low', 50), placeOf('median', 50), placeOf('high', 50)]).toEqual([5, 25, 44]);
  });

  it('counts what is not finite as larger than all numbers', () => {
    expect(spreadOf(Float64Array.of(NaN, 1, Infinity, 0, 2))).toEqual({ low: 0, median: 2, high: NaN });
  });

  it('leaves as many numbers below and above as its shares say', () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 2, maxLength: 200, noNaN: true }), (values) => {
        const { low, median, high } = spreadOf(values);
        const below = (limit: number): number => values.filter((value) => value < limit).length;
        const n = values.length - 1;
        expect(below(low)).toBeLessThanOrEqual(Math.round(0.1 * n));
        expect(below(median)).toBeLessThanOrEqual(Math.round(0.5 * n));
        expect(below(high)).toBeLessThanOrEqual(Math.round(0.9 * n));
        expect(low <= median && median <= high).toBe(true);
      }),
    );
  });

  it('is told for every row, whatever order the columns came in, and where some of them have ended', () => {
    const columns = [Float64Array.of(3, 1, 9), Float64Array.of(1, 7), Float64Array.of(2, 4, 5), Float64Array.of(0)];
    const bandOf = (places: readonly number[]) => {
      const builder = new BandBuilder(3, 4);
      for (const place of places) builder.add(place, columns[place] as Float64Array);
      while (builder.advance());
      return builder.band;
    };
    const band = bandOf([0, 1, 2, 3]);
    expect([...band.low]).toEqual([0, 1, 5]);
    expect([...band.median]).toEqual([2, 7, NaN]);
    expect([...band.high]).toEqual([3, NaN, NaN]);
    expect(bandOf([3, 1, 0, 2])).toEqual(band);
  });
});

describe('a fan', () => {
  const wanted = wantedIn({ steps: 300, seed: 7 }, 20);
  const fan = fanOf(wanted);
  const runs = runsOf(wanted);
  const finals = runs.map(({ columns, steps }) => (columns['loss'] as Float64Array)[steps] as number);

  it('begins with the run that is shown, and its seeds follow that one; after the last seed comes 0', () => {
    expect([seedAt(7, 0), seedAt(7, 19), seedAt(4294967295, 0), seedAt(4294967295, 1)]).toEqual([7, 26, 4294967295, 0]);
    expect(fan.seeds).toBe(20);
  });

  it('shows three of its runs, to the bit: those at 10%, 50% and 90% of the order by final loss', () => {
    const order = runs.map((_, k) => k).sort((a, b) => (finals[a] as number) - (finals[b] as number));
    for (const [share, place] of [
      ['low', 2],
      ['median', 10],
      ['high', 17],
    ] as const)
      expect(fan.paths[share]).toEqual(runs[order[place] as number]);
  });

  it('has its spread of final losses and its band from the runs themselves', () => {
    expect(fan.finalLoss).toEqual(spreadOf(Float64Array.from(finals)));
    for (const row of [0, 1, 150, 300]) {
      const spread = spreadOf(Float64Array.from(runs, ({ columns }) => columns['loss']?.[row] ?? NaN));
      expect({ low: fan.band.low[row], median: fan.band.median[row], high: fan.band.high[row] }).toEqual(spread);
    }
  });

  it('has the band of the measure that is asked for', () => {
    const asked = { ...wanted, measure: 'ratio' as const };
    const { band, measure } = fanOf(asked);
    expect(measure).toBe('ratio');
    const columns = runs.map((run) => measured('ratio', run, []));
    expect(band.median[0]).toBeNaN();
    for (const row of [1, 299])
      expect(band.high[row]).toBe(spreadOf(Float64Array.from(columns, (column) => column[row] as number)).high);
  });

  it('is the same again, and has nothing in common with the runs of others', () => {
    const again = fanOf(wanted);
    expect(again).toEqual(fan);
    expect(again.paths.low.columns['lr']?.buffer).not.toBe(fan.paths.low.columns['lr']?.buffer);
  });

  it('counts how its runs ended, and where they settled', () => {
    const himmelblau = wantedIn(
      {
        surface: { id: 'himmelblau' },
        noise: 30,
        steps: 400,
        start: [-0.27, -0.92],
        optimizers: [{ id: 'adam', lr: 0.1 }],
      },
      60,
    );
    const { outcomes, settled } = fanOf(himmelblau);
    const all = runsOf(himmelblau);
    for (const status of ['converged', 'budget', 'diverged', 'undefined'] as const)
      expect(outcomes[status]).toBe(all.filter((run) => run.status === status).length);
    expect(settled).toEqual([0, 1, 2, 3].map((i) => all.filter(({ minimum }) => minimum === i).length));
    expect(settled.filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  it('puts runs that have no number left behind all others', () => {
    const hole = wantedIn(
      {
        surface: { formula: 'x + y + 0.02*log(x)', params: {}, domain: [-1, 2, -1, 2] },
        start: [1, 1],
        noise: 2.5,
        steps: 30,
        optimizers: [{ id: 'sgd', lr: 0.02 }],
      },
      40,
    );
    const { outcomes, finalLoss, paths, band } = fanOf(hole);
    const lost = outcomes.undefined;
    expect(lost).toBeGreaterThan(4);
    expect(lost).toBeLessThan(20);
    expect(finalLoss.median).toBeLessThan(Infinity);
    expect(paths.low.steps).toBe(30);
    expect(Number.isFinite(finalLoss.high)).toBe(lost <= 4);
    expect(paths.high.status).toBe('undefined');
    expect(band.high[30]).toBeNaN();
  });
});
