import type uPlot from 'uplot';
import type { Ink } from '../ink.ts';
import { ghostWidth } from '../../scene/geometry/ghost.ts';
import type { GhostLook, Look } from './look.ts';
import { powerOfTen, type Tick, ticksOf } from './ticks.ts';
import type { Plot } from './series.ts';

/** What may lie between ticks of the horizontal axis: whole numbers. */
const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** Width of a run's line in font sizes. */
export const lineWidth = 0.15;

/** How much of its strength a line keeps while another one is highlighted. */
export const faded = 0.25;

/** What the chart asks for while it draws, as it is at that moment. */
export interface Present {
  plot(): Plot;
  /** Marks of the horizontal axis where it does not count steps, about as many as fit. */
  across?(count: number): readonly Tick[];
  /** The axes are drawn, the lines are not. */
  drawnAxes(chart: uPlot): void;
  drawn(chart: uPlot): void;
}

/**
 * uPlot's options for these looks: the values come already transformed, so both scales are linear to uPlot. Ghosts are whole
 * pixels wide: a line of one pixel is drawn in a tenth of the time, which tells where curves are noisy.
 */
export function chartOptions(
  looks: readonly Look[],
  ghosts: readonly GhostLook[],
  ink: Ink,
  ratio: number,
  present: Present,
): Omit<uPlot.Options, 'width' | 'height'> {
  const em = Math.round(ink.em);
  const axis: uPlot.Axis = {
    font: `${em}px ${ink.family}`,
    stroke: ink.quiet,
    grid: { stroke: ink.line, width: 1 },
    ticks: { show: false },
    border: { show: false },
  };
  const ticksAt = ({ bbox }: uPlot) => {
    const { scale, range, guide } = present.plot();
    const ticks = ticksOf(scale, range, Math.max(2, Math.floor(bbox.height / ratio / (em * 2))));
    if (guide === undefined) return ticks;
    const others = ticks.filter(({ at }) => Math.abs(at - guide) >= 1 - 1e-9);
    return [...others, { at: guide, label: powerOfTen(guide) }].sort((a, b) => a.at - b.at);
  };
  const line = ({ colour, dash }: Look | GhostLook, width: number): uPlot.Series => ({
    stroke: colour,
    width,
    dash: dash.map((length) => length * width * ratio),
    cap: 'butt',
    points: { show: false },
  });
  const acrossAt = ({ bbox }: uPlot): readonly Tick[] =>
    present.across?.(Math.max(2, Math.floor(bbox.width / ratio / (em * 4)))) ?? [];
  const across: uPlot.Axis =
    present.across === undefined
      ? { incrs: wholeSteps }
      : {
          splits: (chart) => acrossAt(chart).map(({ at }) => at),
          values: (chart) => acrossAt(chart).map(({ label }) => label),
        };
  return {
    padding: [em * 0.7, em * 1.7, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, present.plot().last] },
      y: { range: () => [...present.plot().range] as [number, number] },
    },
    axes: [
      { ...axis, size: em * 1.7, gap: em * 0.3, space: em * 4, ...across },
      {
        ...axis,
        size: (chart, values) => widest(chart, values ?? [], ink, em, ratio) + em * 0.9,
        gap: em * 0.4,
        splits: (chart) => ticksAt(chart).map(({ at }) => at),
        values: (chart) => ticksAt(chart).map(({ label }) => label),
      },
    ],
    series: [
      {},
      ...ghosts.map((ghost) => {
        const width = em * lineWidth * (ghost.width ?? ghostWidth);
        return line(ghost, Math.max(1, Math.floor(width * ratio)) / ratio);
      }),
      ...looks.map((look) => line(look, em * lineWidth)),
    ],
    hooks: { drawAxes: [(chart) => present.drawnAxes(chart)], draw: [(chart) => present.drawn(chart)] },
  };
}

const widest = ({ ctx }: uPlot, labels: readonly string[], { family }: Ink, em: number, ratio: number): number => {
  ctx.save();
  ctx.font = `${em * ratio}px ${family}`;
  const width = Math.max(em * 1.5, ...labels.map((label) => ctx.measureText(label).width / ratio));
  ctx.restore();
  return width;
};
