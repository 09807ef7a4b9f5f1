import type { Fan } from '../../engine/fan/fan.ts';
import type { Measure } from '../../engine/measures.ts';
import { plotted } from './scale.ts';
import type { Plot } from './series.ts';

/** A fan on the chart, at places along the horizontal axis: from its 10% to its 90%, and its median. */
export interface ChartBand {
  readonly id: string;
  readonly places: Float64Array;
  /** Heights on the chart; NaN from where too few of the runs have a number. The upper edge is then the chart's. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

/** So many places at most: a chart has no more pixels across. */
const mostPlaces = 1000;

/** What the fans say of a measure; one that was made for another measure says nothing yet. */
export const measuredFans = (fans: readonly Fan[], measure: Measure): readonly Fan[] =>
  fans.filter((fan) => fan.measure === measure);

/** Columns that the chart's scale has to fit, besides those of the runs. */
export const bandColumns = (fans: readonly Fan[]): Float64Array[] =>
  fans.flatMap(({ band: { low, high } }) => [low, high]);

/** The fans on a plot. Of the rows between two places the band has the lowest and the highest, as a line would. */
export function chartBands(fans: readonly Fan[], { series, scale, range }: Plot): ChartBand[] {
  return fans.flatMap(({ id, band }): ChartBand[] => {
    const unit = series.find((line) => line.id === id)?.unit;
    if (unit === undefined) return [];
    const rows = band.median.length;
    const stride = Math.ceil(rows / mostPlaces);
    const count = Math.ceil(rows / stride);
    const column = (): Float64Array => new Float64Array(count);
    const [places, low, median, high] = [column(), column(), column(), column()];
    const heightAt = (values: Float64Array, row: number): number => plotted(scale, values[row] as number) ?? NaN;
    for (let place = 0; place < count; place += 1) {
      const [from, to] = [place * stride, Math.min(rows, (place + 1) * stride)];
      places[place] = from * unit;
      median[place] = heightAt(band.median, from);
      let [lowest, highest] = [NaN, NaN];
      for (let row = from; row < to; row += 1) {
        const [bottom, top] = [heightAt(band.low, row), heightAt(band.high, row)];
        if (Number.isNaN(bottom)) continue;
        if (!(lowest <= bottom)) lowest = bottom;
        const reached = Number.isNaN(top) ? range[1] : top;
        if (!(highest >= reached)) highest = reached;
      }
      low[place] = lowest;
      high[place] = highest;
    }
    return [{ id, places, low, median, high }];
  });
}
