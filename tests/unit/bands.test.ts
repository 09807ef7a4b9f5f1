import { describe, expect, it } from 'vitest';
import { fanGhosts } from '../../src/state/fans/paths.ts';
import { wantedFans } from '../../src/state/fans/wanted.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { bandColumns, chartBands, measuredFans } from '../../src/ui/chart/bands.ts';
import { chosenFor } from '../../src/ui/chart/chosen.ts';
import { plotted } from '../../src/ui/chart/scale.ts';
import { plotOf } from '../../src/ui/chart/series.ts';
import { fanCellOf, fanColumnsOf, fanRowsOf } from '../../src/ui/compare/fanRows.ts';
import { fanOf } from './fanThreads.ts';

const scene: Scene = { ...initialScene('himmelblau'), noise: 20, steps: 150, fan: 12, start: [-0.27, -0.92] };
const { runs } = simulations().of(scene);
const fans = wantedFans(scene, 'loss').map(fanOf);
const plot = plotOf(runs, chosenFor(scene), [], bandColumns(fans));

describe('fans on the chart', () => {
  it('are bands from their 10% to their 90% on the scale of the lines', () => {
    const bands = chartBands(fans, plot);
    expect(bands.map(({ id }) => id)).toEqual(runs.map(({ id }) => id));
    for (const [i, { places, low, median, high }] of bands.entries()) {
      expect([...places]).toEqual(Array.from({ length: 151 }, (_, s) => s * (plot.series[i]?.unit ?? NaN)));
      for (const s of [0, 1, 75, 150]) {
        const { band } = fans[i] as (typeof fans)[number];
        expect([low[s], median[s], high[s]]).toEqual(
          [band.low, band.median, band.high].map((column) => plotted(plot.scale, column[s] as number)),
        );
      }
    }
  });

  it('fit into the chart', () => {
    const without = plotOf(runs, chosenFor(scene));
    const [bottom, top] = plot.range;
    expect(bottom).toBeLessThanOrEqual(without.range[0]);
    for (const { low, high } of chartBands(fans, plot)) {
      expect(Math.min(...low)).toBeGreaterThanOrEqual(bottom);
      expect(Math.max(...high)).toBeLessThanOrEqual(top);
    }
  });

  it('reach the chart’s edge where a tenth of the runs has no number left, and end where most have none', () => {
    const [fan] = fans;
    if (fan === undefined) throw new Error('expected a fan');
    const lost = {
      ...fan.band,
      low: Float64Array.of(1, 1, NaN),
      median: Float64Array.of(2, NaN, NaN),
      high: Float64Array.of(3, NaN, NaN),
    };
    const [band] = chartBands([{ ...fan, band: lost }], plot);
    expect([...(band?.high ?? [])]).toEqual([plotted(plot.scale, 3), plot.range[1], NaN]);
    expect([...(band?.low ?? [])]).toEqual([plotted(plot.scale, 1), plotted(plot.scale, 1), NaN]);
    expect([...(band?.median ?? [])]).toEqual([plotted(plot.scale, 2), NaN, NaN]);
  });

  it('of long runs keep the lowest and the highest between two places', () => {
    const [fan] = fans;
    if (fan === undefined) throw new Error('expected a fan');
    const column = (value: number): Float64Array => new Float64Array(10_001).fill(value);
    const [low, high] = [column(2), column(3)];
    low[4321] = 1;
    high[4321] = 9;
    const [band] = chartBands([{ ...fan, band: { low, median: column(2.5), high } }], plot);
    expect(band?.places.length).toBeLessThanOrEqual(1000);
    expect(Math.min(...(band?.low ?? []))).toBe(plotted(plot.scale, 1));
    expect(Math.max(...(band?.high ?? []))).toBe(plotted(plot.scale, 9));
  });

  it('say nothing of another measure than theirs', () => {
    expect(measuredFans(fans, 'loss')).toHaveLength(6);
    expect(measuredFans(fans, 'gradient')).toEqual([]);
  });
});

describe('the paths of fans', () => {
  it('are the median run of each, and three of the one that is looked at', () => {
    expect(fanGhosts(fans, null).map(({ id, kind }) => [id, kind])).toEqual(fans.map(({ id }) => [id, 'median']));
    const kinds = (lookedAt: string): string[] =>
      fanGhosts(fans, lookedAt).flatMap(({ id, kind }) => (id === 'adam' ? kind : []));
    expect(kinds('adam')).toEqual(['low', 'median', 'high']);
    expect(fanGhosts(fans.slice(0, 1), null)).toHaveLength(3);
    expect(new Set(fanGhosts(fans, 'adam').map(({ key }) => key)).size).toBe(8);
  });
});

describe('the table of fans', () => {
  it('has a row for every fan, whose counts add up, and says where runs settled', () => {
    const rows = fanRowsOf(scene, fans, 'light', 'en', (n, place) => `${n} at ${place}`);
    expect(rows).toHaveLength(6);
    for (const [i, row] of rows.entries()) {
      expect(row.converged + row.unsettled + row.diverged).toBe(12);
      const told = [...row.settled.matchAll(/(\d+) at/g)].reduce((sum, [, n]) => sum + Number(n), 0);
      expect(told).toBe(fans[i]?.settled.reduce((a, b) => a + b, 0));
      expect(
        fanColumnsOf(scene)
          .map((column) => fanCellOf(row, column))
          .slice(1, 4),
      ).toEqual([fans[i]?.finalLoss.median, fans[i]?.finalLoss.low, fans[i]?.finalLoss.high]);
    }
  });

  it('says where runs settled where they could settle at more than one place', () => {
    expect(fanColumnsOf(scene)).toContain('settled');
    for (const id of ['rosenbrock', 'bowl'] as const) {
      expect(fanColumnsOf(initialScene(id))).not.toContain('settled');
      expect(fanColumnsOf(initialScene(id))).toHaveLength(fanColumnsOf(scene).length - 1);
    }
  });
});
