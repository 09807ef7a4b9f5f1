import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Run } from '../../engine/run.ts';
import { highlightStore } from '../../state/highlight.ts';
import { playback } from '../../state/playback.ts';
import { preferences } from '../../state/preferences.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { surfaceIn } from '../../state/surface.ts';
import { onceAFrame } from '../frame.ts';
import { type Ink, inkOf } from '../ink.ts';
import { textNow } from '../useText.ts';
import { drawMarks } from './drawMarks.ts';
import { type Look, looksOf } from './look.ts';
import { minimumOf } from './minimum.ts';
import { chartOptions, faded } from './options.ts';
import { overlay } from './overlay.ts';
import { attachPointing } from './pointing.ts';
import { type LossPlot, lossPlot } from './series.ts';

/** The elements that the chart uses. */
export interface ChartParts {
  /** Where uPlot puts itself; it is filled. */
  readonly area: HTMLElement;
  /** Says what is drawn upwards. */
  readonly title: HTMLElement;
  /** One em wide, so that a change of the font size is noticed. */
  readonly em: HTMLElement;
}

/** The index of the look of the highlighted optimizer; −1 where it is not among them. */
const highlightedAmong = (looks: readonly Look[]): number => {
  const { highlight } = highlightStore.getState();
  return looks.findIndex(({ id }) => id === highlight);
};

interface Drawn {
  readonly chart: uPlot;
  readonly looks: readonly Look[];
  readonly ink: Ink;
  detach(): void;
}

/** Draws the losses of the shown runs, and again whenever they change; returns what ends it. */
export function mountChart(parts: ChartParts): () => void {
  const { area } = parts;
  const frame = onceAFrame(draw);
  const over = overlay();
  let shown: readonly Run[] = [];
  let drawn: Drawn | undefined;
  let plot: LossPlot = lossPlot([], undefined);
  let isStale = true;
  let isFocusStale = true;
  /** Where the pointer is, as a share of the plot's width. */
  let hovered: number | undefined;

  const stepAt = (share: number): number => Math.round(share * (plot.steps.length - 1));

  const data = (): uPlot.AlignedData => [plot.steps, ...plot.series.map(({ heights }) => heights)];

  const drawMarksOn = (chart: uPlot, looks: readonly Look[], { ground, em }: Ink): void => {
    const place = {
      across: (step: number) => chart.valToPos(step, 'x', true),
      down: (height: number) => chart.valToPos(height, 'y', true),
    };
    const highlighted = highlightedAmong(looks);
    const strength = (index: number): number => (highlighted < 0 || highlighted === index ? 1 : faded);
    drawMarks(chart.ctx, plot, looks, place, { ground, size: em * 0.32 * window.devicePixelRatio, strength });
  };

  function create(looks: readonly Look[]): Drawn {
    discard();
    const ink = inkOf(area);
    const size = { width: area.clientWidth, height: area.clientHeight };
    const present = {
      plot: () => plot,
      drawn: (chart: uPlot) => {
        drawMarksOn(chart, looks, ink);
        place(chart);
      },
    };
    const chart = new uPlot({ ...chartOptions(looks, ink, window.devicePixelRatio, present), ...size }, data(), area);
    chart.over.append(...over.elements);
    over.describe(looks, textNow().chart);
    const detach = attachPointing(chart.over, {
      hover: (share) => {
        hovered = share;
        frame.request();
      },
      leave: () => {
        hovered = undefined;
        frame.request();
      },
      seek: (share) => playback.seek(stepAt(share)),
    });
    return { chart, looks, ink, detach };
  }

  function discard(): void {
    drawn?.detach();
    drawn?.chart.destroy();
    drawn = undefined;
  }

  /** Takes the runs into the chart: as new data where the same optimizers are shown, else as a new chart. */
  function update(): Drawn {
    const { scene, runs } = runsStore.getState();
    const { theme, language } = preferences.getState();
    const { chart: text } = textNow();
    shown = shownRuns(scene, runs);
    const looks = looksOf(scene, shown, theme, language);
    plot = lossPlot(shown, minimumOf(surfaceIn(scene)));
    parts.title.textContent = plot.scale.offset === 0 ? text.loss : text.excess;
    const isSame = drawn !== undefined && JSON.stringify(looks) === JSON.stringify(drawn.looks);
    if (isSame && drawn !== undefined) {
      drawn.chart.setData(data());
      return drawn;
    }
    return create(looks);
  }

  /** Fades all lines but the highlighted one. */
  function focus({ chart, looks }: Drawn): void {
    const index = highlightedAmong(looks);
    chart.setSeries(index < 0 ? null : index + 1, { focus: true }, false);
  }

  function draw(): void {
    if (area.clientWidth === 0 || area.clientHeight === 0) return;
    if (isStale || drawn === undefined) drawn = update();
    if (isStale || isFocusStale) focus(drawn);
    isStale = false;
    isFocusStale = false;
    place(drawn.chart);
  }

  /** Puts the lines and the readout over the plot; uPlot draws new data a little later, and calls this again then. */
  function place(chart: uPlot): void {
    const width = chart.bbox.width / window.devicePixelRatio;
    over.showPosition(plot, width, playback.position);
    over.showLosses(plot, shown, width, hovered === undefined ? undefined : stepAt(hovered));
  }

  const runsChanged = (): void => {
    isStale = true;
    frame.request();
  };
  const highlightChanged = (): void => {
    isFocusStale = true;
    frame.request();
  };
  const looksChanged = (): void => {
    discard();
    runsChanged();
  };
  const ends = [
    playback.subscribe(frame.request),
    runsStore.subscribe(runsChanged),
    highlightStore.subscribe(highlightChanged),
    preferences.subscribe(looksChanged),
  ];
  const sizes = new ResizeObserver(looksChanged);
  sizes.observe(area);
  sizes.observe(parts.em);
  return () => {
    for (const end of ends) end();
    sizes.disconnect();
    frame.cancel();
    discard();
  };
}
