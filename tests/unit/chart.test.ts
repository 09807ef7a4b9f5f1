import { describe, expect, test } from 'vitest';
import type { Run, Status } from '../../src/engine/run.ts';
import { axisNumber } from '../../src/ui/axisNumber.ts';
import { plotted, plottedRange, type Scale, scaleOf as scaleOfColumns } from '../../src/ui/chart/scale.ts';
import { powerOfTen, ticksOf } from '../../src/ui/chart/ticks.ts';
import { tablePlaces } from '../../src/ui/chart/rows.ts';
import {
  aligned,
  type Chosen,
  plotOf as plotOfChosen,
  type Plot,
  seekStep,
  stepOn,
} from '../../src/ui/chart/series.ts';

const runOf = (loss: number[], status: Status = 'budget', at = loss.length - 1): Run => ({
  id: 'sgd',
  status,
  at,
  steps: loss.length - 1,
  evaluations: 1,
  minimum: -1,
  columns: { loss: Float64Array.from(loss) },
});

const scaleOf = (runs: readonly Run[], minimum: number | undefined): Scale =>
  scaleOfColumns(
    runs.map(({ columns }) => columns['loss'] as Float64Array),
    minimum,
  );

const plotOf = (runs: readonly Run[], minimum: number | undefined, rest: Partial<Chosen> = {}): Plot =>
  plotOfChosen(runs, { measure: 'loss', axis: 'steps', minima: [], minimum, ...rest });

describe('the scale of the loss chart', () => {
  test('is log10 of loss − min where the minimum is known', () => {
    const scale = scaleOf([runOf([9, 0, -0.9])], -1);
    expect(scale).toMatchObject({ kind: 'log', offset: -1, isCutAbove: false, isCutBelow: false });
    expect(plotted(scale, 9)).toBeCloseTo(1, 14);
    expect(plotted(scale, 0)).toBe(0);
    expect(plotted(scale, -0.9)).toBeCloseTo(-1, 14);
  });

  test('is log10 of the loss where no minimum is known and every loss is positive', () => {
    expect(scaleOf([runOf([100, 1])], undefined)).toMatchObject({ kind: 'log', offset: 0, from: 1, to: 100 });
  });

  test('is asinh where losses have either sign and no minimum is known', () => {
    const scale = scaleOf([runOf([2, -2, -30])], undefined);
    expect(scale).toMatchObject({ kind: 'asinh', unit: 2, from: -30, to: 2 });
    expect(plotted(scale, -2)).toBeCloseTo(-Math.asinh(1), 14);
  });

  test('is asinh where a run finds lower ground than the known minimum, and forgives rounding there', () => {
    expect(scaleOf([runOf([5, 1, -7])], 0).kind).toBe('asinh');
    expect(scaleOf([runOf([5, -1, -1 - 1e-15])], -1).kind).toBe('log');
  });

  test('cuts what explodes at a power of ten, and draws it just above the top', () => {
    const scale = scaleOf([runOf([4, 40, 1e300]), runOf([409, 1])], 0);
    expect(scale).toMatchObject({ to: 1e5, isCutAbove: true });
    const [, top] = plottedRange(scale);
    expect(plotted(scale, 1e300)).toBeGreaterThan(top);
    expect(plotted(scale, 1e300)).toBeCloseTo(6, 14);
  });

  test('draws a loss of 0 on the floor, twelve decades below the start at most', () => {
    const scale = scaleOf([runOf([10, 1e-3, 0])], 0);
    expect(scale).toMatchObject({ from: 1e-3, isCutBelow: true });
    expect(plotted(scale, 0)).toBeCloseTo(-3, 14);
    expect(scaleOf([runOf([10, 1e-30])], 0)).toMatchObject({ from: 1e-11, isCutBelow: true });
  });

  test('takes what rounding leaves above a minimum that is far from 0 for none', () => {
    const scale = scaleOf([runOf([-1e6 + 1, -1e6 + 2e-10])], -1e6);
    expect(scale).toMatchObject({ kind: 'log', from: 1e-9, to: 1, isCutBelow: true });
  });

  test('cuts a fall without bound too', () => {
    expect(scaleOf([runOf([2, -1e200])], undefined)).toMatchObject({ from: -1e3, to: 2, isCutBelow: true });
  });

  test.each([
    ['one loss', [[3]], 0],
    ['equal losses', [[3, 3, 3]], 0],
    ['only the minimum', [[0, 0]], 0],
    ['a minimum that is not 0', [[-4, -4]], -4],
    ['not a number', [[NaN, NaN]], 0],
    ['infinity', [[Infinity]], undefined],
    ['the largest numbers', [[1e308, -1e308]], undefined],
    ['a range up to the largest numbers', [[1e305, -1e308, 1e308]], undefined],
    ['the smallest number', [[5e-324, 5e-324]], 0],
    ['no runs', [], undefined],
  ])('has a finite range that is not empty for %s', (_, losses, minimum) => {
    const { range, scale, series } = plotOf(
      losses.map((loss) => runOf(loss)),
      minimum,
    );
    expect(range.every(Number.isFinite)).toBe(true);
    expect(range[1]).toBeGreaterThan(range[0]);
    for (const { at } of ticksOf(scale, range, 5)) expect(Number.isFinite(at)).toBe(true);
    for (const { heights } of series)
      for (const height of heights) expect(height === null || Number.isFinite(height)).toBe(true);
  });
});

describe('the ticks of the loss chart', () => {
  const labels = (losses: number[], minimum: number | undefined, count = 5): string[] => {
    const scale = scaleOf([runOf(losses)], minimum);
    return ticksOf(scale, plottedRange(scale), count).map(({ label }) => label);
  };

  test('are powers of ten', () => {
    expect(labels([1000, 0.01], 0)).toEqual(['10⁻²', '10⁻¹', '1', '10', '10²', '10³']);
  });

  test('skip powers rather than crowd', () => {
    expect(labels([1e4, 1e-6], 0, 5)).toEqual(['10⁻⁶', '10⁻⁴', '10⁻²', '1', '10²', '10⁴']);
  });

  test('are plain numbers where the losses hardly change', () => {
    expect(labels([8, 2], 0)).toEqual(['2', '3', '4', '5', '6', '8']);
    expect(labels([2.3, 2.1], 0).length).toBeGreaterThanOrEqual(3);
    expect(labels([41, 7], 0)).toEqual(['10', '20', '30', '40']);
  });

  test('say where losses are cut', () => {
    expect(labels([1, 1e300, 0.1, 0], 0)).toContain('>10²');
    expect(labels([1, 1e300, 0.1, 0], 0)[0]).toBe('≤10⁻¹');
  });

  test('stand on both sides of 0 on an asinh scale', () => {
    expect(labels([2, -1e200], undefined)).toEqual(['≤−10³', '−10²', '−10', '0']);
  });

  test('are written as people write them', () => {
    expect([0, 1, -3, 12].map(powerOfTen)).toEqual(['1', '10', '10⁻³', '10¹²']);
    expect([0, -0.5, 1e-7, 2e20].map(axisNumber)).toEqual(['0', '−0.5', '1e−7', '2e20']);
  });
});

describe('the lines of the loss chart', () => {
  test('end where their run ends', () => {
    const plot = plotOf([runOf([4, 2, 1, 0.5]), runOf([4, 8], 'undefined', 2)], 0);
    expect(plot.steps).toEqual([0, 1, 2, 3]);
    expect(plot.series[1]?.heights.slice(2)).toEqual([null, null]);
    expect(plot.series[1]?.end).toEqual({ step: 1, height: plot.series[1]?.heights[1] });
    expect(plot.series[0]?.end).toBeUndefined();
  });

  test('carry a mark where their run was lost for good, though they go on', () => {
    const [diverged, settled] = plotOf(
      [runOf([1, 2, 4, 8, 16], 'diverged', 3), runOf([1, 0.1, 0.01], 'converged', 1)],
      0,
    ).series;
    expect(diverged?.end).toEqual({ step: 3, height: Math.log10(8) });
    expect(diverged?.heights).toHaveLength(5);
    expect(settled?.end).toBeUndefined();
  });
});

describe('the table beside the chart', () => {
  test('has evenly spread steps, both ends included', () => {
    expect(tablePlaces(1000)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    expect(tablePlaces(3)).toEqual([0, 1, 2, 3]);
    expect(tablePlaces(0)).toEqual([0]);
  });
});

describe('the other measures', () => {
  /** A run that steps along x. */
  const along = (x: number[], rest: Partial<Run> = {}): Run => {
    const made = runOf(x.map((value) => value ** 2));
    const columns = { ...made.columns, x: Float64Array.from(x), y: new Float64Array(x.length) };
    return { ...made, ...rest, columns: { ...columns, gx: Float64Array.from(x), gy: new Float64Array(x.length) } };
  };
  const minima = [{ x: 0, y: 0 }];

  test('are drawn on a scale of their own, from 0', () => {
    const { series, scale } = plotOf([along([100, 10, -1])], -7, { measure: 'distance', minima });
    expect(series[0]?.heights).toEqual([2, 1, 0]);
    expect(scale.offset).toBe(0);
    expect([...(series[0]?.values ?? [])]).toEqual([100, 10, 1]);
  });

  test('begin with the first step where they are about steps', () => {
    const { series } = plotOf([along([100, 10, 1])], 0, { measure: 'rate' });
    expect(series[0]?.heights[0]).toBeNull();
    expect(series[0]?.heights[1]).toBeCloseTo(Math.log10(0.9), 12);
  });

  test('have a line at 10⁻³ to compare update and parameter with, wherever the runs are', () => {
    const { guide, range } = plotOf([along([2, 1, 0.5])], 0, { measure: 'ratio' });
    expect(guide).toBe(-3);
    expect(range[0]).toBeLessThan(-3);
    expect(plotOf([along([2, 1])], 0, { measure: 'rate' }).guide).toBeUndefined();
  });

  test('of no run, and without a stated minimum, leave an empty chart', () => {
    const { range, series } = plotOf([along([2, 1])], 0, { measure: 'distance' });
    expect(series[0]?.heights).toEqual([null, null]);
    expect(range[1]).toBeGreaterThan(range[0]);
    for (const measure of ['distance', 'gradient', 'rate', 'ratio'] as const)
      expect(plotOf([], undefined, { measure }).series).toEqual([]);
  });
});

describe('gradient evaluations along the axis', () => {
  const cheap = runOf([9, 4, 1, 0.5]);
  const dear = { ...runOf([8, 2, 1]), evaluations: 2 };

  test('are the steps where every step takes one', () => {
    const plot = plotOf([cheap, cheap], 0, { axis: 'evaluations' });
    expect(plot.last).toBe(3);
    expect(aligned(plot)[0]).toEqual([0, 1, 2, 3]);
  });

  test('stretch the line of a rule that takes two a step', () => {
    const plot = plotOf([cheap, dear], 0, { axis: 'evaluations' });
    expect(plot.last).toBe(4);
    const [xs, first, second] = aligned(plot);
    expect(xs).toEqual([0, 1, 2, 3, 4, 6]);
    expect(first?.slice(0, 4)).toEqual(plot.series[0]?.heights);
    const [start, one, two] = plot.series[1]?.heights ?? [];
    expect(second).toEqual([start, undefined, one, undefined, two, null]);
  });

  test('are read at the last whole step, and sought so that the dearest line can be', () => {
    const { series } = plotOf([cheap, dear], 0, { axis: 'evaluations' });
    expect(series.map((line) => stepOn(line, 3))).toEqual([3, 1]);
    expect(series.map((line) => stepOn(line, 4))).toEqual([undefined, 2]);
    expect(seekStep(plotOf([cheap, dear], 0, { axis: 'evaluations' }), 4)).toBe(2);
    expect(seekStep(plotOf([cheap, dear], 0), 3)).toBe(3);
  });
});
