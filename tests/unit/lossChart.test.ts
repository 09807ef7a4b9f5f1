import { describe, expect, test } from 'vitest';
import type { Run, Status } from '../../src/engine/run.ts';
import { axisNumber } from '../../src/ui/axisNumber.ts';
import { lossScale, plotted, plottedRange } from '../../src/ui/chart/lossScale.ts';
import { lossTicks, powerOfTen } from '../../src/ui/chart/lossTicks.ts';
import { lossAt, tableSteps } from '../../src/ui/chart/rows.ts';
import { lossPlot } from '../../src/ui/chart/series.ts';

const runOf = (loss: number[], status: Status = 'budget', at = loss.length - 1): Run => ({
  id: 'sgd',
  status,
  at,
  steps: loss.length - 1,
  evaluations: 1,
  minimum: -1,
  columns: { loss: Float64Array.from(loss) },
});

describe('the scale of the loss chart', () => {
  test('is log10 of loss − min where the minimum is known', () => {
    const scale = lossScale([runOf([9, 0, -0.9])], -1);
    expect(scale).toMatchObject({ kind: 'log', offset: -1, isCutAbove: false, isCutBelow: false });
    expect(plotted(scale, 9)).toBeCloseTo(1, 14);
    expect(plotted(scale, 0)).toBe(0);
    expect(plotted(scale, -0.9)).toBeCloseTo(-1, 14);
  });

  test('is log10 of the loss where no minimum is known and every loss is positive', () => {
    expect(lossScale([runOf([100, 1])], undefined)).toMatchObject({ kind: 'log', offset: 0, from: 1, to: 100 });
  });

  test('is asinh where losses have either sign and no minimum is known', () => {
    const scale = lossScale([runOf([2, -2, -30])], undefined);
    expect(scale).toMatchObject({ kind: 'asinh', unit: 2, from: -30, to: 2 });
    expect(plotted(scale, -2)).toBeCloseTo(-Math.asinh(1), 14);
  });

  test('is asinh where a run finds lower ground than the known minimum, and forgives rounding there', () => {
    expect(lossScale([runOf([5, 1, -7])], 0).kind).toBe('asinh');
    expect(lossScale([runOf([5, -1, -1 - 1e-15])], -1).kind).toBe('log');
  });

  test('cuts what explodes at a power of ten, and draws it just above the top', () => {
    const scale = lossScale([runOf([4, 40, 1e300]), runOf([409, 1])], 0);
    expect(scale).toMatchObject({ to: 1e5, isCutAbove: true });
    const [, top] = plottedRange(scale);
    expect(plotted(scale, 1e300)).toBeGreaterThan(top);
    expect(plotted(scale, 1e300)).toBeCloseTo(6, 14);
  });

  test('draws a loss of 0 on the floor, twelve decades below the start at most', () => {
    const scale = lossScale([runOf([10, 1e-3, 0])], 0);
    expect(scale).toMatchObject({ from: 1e-3, isCutBelow: true });
    expect(plotted(scale, 0)).toBeCloseTo(-3, 14);
    expect(lossScale([runOf([10, 1e-30])], 0)).toMatchObject({ from: 1e-11, isCutBelow: true });
  });

  test('cuts a fall without bound too', () => {
    expect(lossScale([runOf([2, -1e200])], undefined)).toMatchObject({ from: -1e3, to: 2, isCutBelow: true });
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
    const { range, scale, series } = lossPlot(
      losses.map((loss) => runOf(loss)),
      minimum,
    );
    expect(range.every(Number.isFinite)).toBe(true);
    expect(range[1]).toBeGreaterThan(range[0]);
    for (const { at } of lossTicks(scale, range, 5)) expect(Number.isFinite(at)).toBe(true);
    for (const { heights } of series)
      for (const height of heights) expect(height === null || Number.isFinite(height)).toBe(true);
  });
});

describe('the ticks of the loss chart', () => {
  const labels = (losses: number[], minimum: number | undefined, count = 5): string[] => {
    const scale = lossScale([runOf(losses)], minimum);
    return lossTicks(scale, plottedRange(scale), count).map(({ label }) => label);
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
    const plot = lossPlot([runOf([4, 2, 1, 0.5]), runOf([4, 8], 'undefined', 2)], 0);
    expect(plot.steps).toEqual([0, 1, 2, 3]);
    expect(plot.series[1]?.heights.slice(2)).toEqual([null, null]);
    expect(plot.series[1]?.end).toEqual({ step: 1, height: plot.series[1]?.heights[1] });
    expect(plot.series[0]?.end).toBeUndefined();
  });

  test('carry a mark where their run was lost for good, though they go on', () => {
    const [diverged, settled] = lossPlot(
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
    expect(tableSteps(1000)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    expect(tableSteps(3)).toEqual([0, 1, 2, 3]);
    expect(tableSteps(0)).toEqual([0]);
  });

  test('has no loss after the end of a run', () => {
    expect(lossAt(runOf([2, 1]), 1)).toBe(1);
    expect(lossAt(runOf([2, 1]), 2)).toBeUndefined();
  });
});
