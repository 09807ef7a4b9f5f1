import type { History } from '../../../network/train/history.ts';
import { healthyRatio } from '../../../engine/measures.ts';
import { axisTicks } from '../../../scene/geometry/axisTicks.ts';
import { ghostColour } from '../../../scene/geometry/ghost.ts';
import type { LabRun } from '../../../state/network/store.ts';
import type { Look } from '../../chart/look.ts';
import type { Curves } from '../../chart/mountCurves.ts';
import { plotted, plottedRange, type Scale, scaleOf } from '../../chart/scale.ts';
import type { Series } from '../../chart/series.ts';
import { meansOf } from './means.ts';

/** What is drawn of the networks against epochs: of all of them, or layer by layer of one. */
export const labMeasures = ['loss', 'score', 'ratio', 'lr'] as const;
export type LabMeasure = (typeof labMeasures)[number];

/** One line: the entries of a history, and how it looks. */
export interface Line {
  readonly look: Look;
  readonly values: Float64Array;
  readonly divergedAt?: number;
  /** Of a line below the others, the same on what is trained on. */
  readonly isGhost?: true;
}

const columns = {
  loss: ['validationLoss', 'trainLoss'],
  score: ['validationScore', 'trainScore'],
  lr: ['lr'],
} as const;

/** The lines of a measure of all networks: validation, and training below it. */
export function linesOf(
  measure: keyof typeof columns,
  runs: readonly LabRun[],
  looks: readonly Look[],
  stride: number,
): Line[] {
  const [first, second] = columns[measure] as readonly (keyof History)[];
  return runs.flatMap(({ id, history, divergedAt }): Line[] => {
    const look = looks.find((one) => one.id === id);
    if (look === undefined) return [];
    const read = (name: keyof History): Float64Array => {
      const values = Float64Array.from(history[name] as number[]);
      // A rate is set, not measured: between two of them lies none.
      return name === 'lr' ? values.filter((_, epoch) => epoch % stride === 0) : meansOf(values, stride);
    };
    return [
      ...(second === undefined ? [] : [{ look, values: read(second), isGhost: true as const }]),
      { look, values: read(first as keyof History), ...(divergedAt !== undefined && { divergedAt }) },
    ];
  });
}

const near1 = 0.05;

/** A share needs a linear scale; what is far below 0, as R² may be, is cut off. */
function scoreScale(lines: readonly Line[]): Scale {
  let low = 1;
  for (const { values } of lines) for (const value of values) low = Math.min(low, value);
  const from = Math.max(-0.5, Math.min(1 - near1, Math.floor(low * 10) / 10));
  // So large a unit that asinh is a straight line.
  return { kind: 'asinh', offset: 0, unit: 1000, from, to: 1, isCutAbove: false, isCutBelow: low < from };
}

const scoreRange = (scale: Scale): [number, number] => {
  const air = 0.06 * (scale.to - scale.from);
  return [(scale.from - air) / scale.unit, (scale.to + air) / scale.unit];
};

const growth = 1e3;

/** Lines against epochs 0 … `epochs`, as the one chart takes them; a row of the lines for every `stride` epochs. */
export function curvesOf(
  measure: LabMeasure,
  lines: readonly Line[],
  epochs: number,
  words: Pick<Curves, 'at' | 'value'>,
  stride = 1,
): Curves {
  const scale = measure === 'score' ? scoreScale(lines) : scaleOf(lines.map(({ values }) => values), 0, growth); // prettier-ignore
  const steps = Array.from({ length: Math.floor(epochs / stride) + 1 }, (_, i) => i);
  const seriesOf = ({ look, values, divergedAt }: Line): Series => {
    const heights = steps.map((row) => (row < values.length ? plotted(scale, values[row] as number) : null));
    const last = Math.min(values.length, steps.length) - 1;
    const height = heights[last];
    const isOver = divergedAt !== undefined && height !== null && height !== undefined;
    return { id: look.id, unit: stride, values, heights, ...(isOver && { end: { step: last, height } }) };
  };
  const above = lines.filter(({ isGhost }) => isGhost !== true);
  const below = lines.filter(({ isGhost }) => isGhost === true);
  const [bottom, top] = measure === 'score' ? scoreRange(scale) : plottedRange(scale);
  const guide = measure === 'ratio' && scale.kind === 'log' ? Math.log10(healthyRatio) : undefined;
  return {
    plot: {
      scale,
      range: guide === undefined ? [bottom, top] : [Math.min(bottom, guide - 0.2), Math.max(top, guide + 0.2)],
      steps,
      last: epochs,
      series: above.map(seriesOf),
      ghosts: below.map(seriesOf),
      ...(guide !== undefined && { guide }),
    },
    looks: () => ({
      lines: above.map(({ look }) => look),
      ghosts: below.map(({ look }) => ({ key: `${look.id} train`, id: look.id, colour: ghostColour(look.colour), dash: [1, 1.5] })), // prettier-ignore
    }),
    across: (count) => axisTicks(0, epochs, count).filter(Number.isInteger).map((at) => ({ at, label: String(at) })), // prettier-ignore
    stride,
    ...words,
  };
}
