import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Playback } from '../../state/playback.ts';
import { appearance } from '../../state/appearance.ts';
import { inTurn } from '../turns.ts';
import { type Ink, inkOf } from '../ink.ts';
import type { ChartParts } from './mountChart.ts';
import { drawGuide, drawMarks } from './drawMarks.ts';
import type { GhostLook, Look } from './look.ts';
import { chartOptions } from './options.ts';
import { overlay } from './overlay.ts';
import { plotOn } from './plotOn.ts';
import { attachPointing } from './pointing.ts';
import { aligned, type Plot } from './series.ts';
import type { Tick } from './ticks.ts';

/** Curves over a horizontal axis of whatever kind: place i of the plot is row i of the columns. */
export interface Curves {
  readonly plot: Plot;
  looks(ink: Ink): { readonly lines: readonly Look[]; readonly ghosts: readonly GhostLook[] };
  /** Marks of the horizontal axis, about so many. */
  across(count: number): readonly Tick[];
  /** What the readout says above the values at a place. */
  at(place: number): string;
  /** How a value is written there, where it is not as losses are. */
  readonly value?: (value: number) => string;
  /** Steps of the playback from row to row, where it is not one. */
  readonly stride?: number;
}

/** A chart of curves that change as a whole. Hovering reads values; along a playback, a press or a drag seeks. */
export interface CurveChart {
  show(curves: Curves): void;
  /** Takes it away. */
  end(): void;
}

const focusSize = 0.32;

/** Puts a chart of curves into `area`; `playback`: what moves along its horizontal axis. */
export function mountCurves({ area: within, em }: ChartParts, playback?: Playback): CurveChart {
  /**
   * Forgotten at the end: the shape that the engine keeps of uPlot's objects leads to the functions that one of them was
   * given, and would hold with them all that is around the chart.
   */
  let area: HTMLElement | undefined = within;
  const over = overlay();
  const frame = inTurn(draw);
  let curves: Curves | undefined;
  let isNew = false;
  /** Whether its place has been laid out, of which it is told: to ask sooner would have the page laid out twice. */
  let isPlaced = false;
  let chart: uPlot | undefined;
  /** What the chart was made with: curves that look the same are only new data for it. */
  let made = '';
  let detach: (() => void) | undefined;
  let hovered: number | undefined;

  function discard(): void {
    detach?.();
    chart?.destroy();
    chart = undefined;
  }

  function create(first: Curves, element: HTMLElement): uPlot {
    discard();
    const ink = inkOf(element);
    const ratio = window.devicePixelRatio;
    const { lines, ghosts } = first.looks(ink);
    made = JSON.stringify([lines, ghosts]);
    const now = (): Curves => curves ?? first;
    const marks = (drawn: uPlot): void => {
      const place = {
        across: (x: number) => drawn.valToPos(x, 'x', true),
        down: (height: number) => drawn.valToPos(height, 'y', true),
      };
      const style = { ground: ink.ground, size: ink.em * focusSize * ratio, strength: () => 1 };
      drawMarks(drawn.ctx, now().plot, lines, place, style);
      showPlace(drawn);
    };
    const guide = ({ ctx, bbox, valToPos }: uPlot): void => {
      const { plot } = now();
      if (plot.guide === undefined) return;
      drawGuide(ctx, [bbox.left, bbox.left + bbox.width], valToPos(plot.guide, 'y', true), ink.quiet, ink.em * ratio);
    };
    const across = (count: number): readonly Tick[] => now().across(count);
    const present = { plot: () => now().plot, across, drawnAxes: guide, drawn: marks };
    const size = { width: element.clientWidth, height: element.clientHeight };
    const options = { ...chartOptions(lines, ghosts, ink, ratio, present), ...size };
    const created = plotOn(element, options, aligned(first.plot));
    created.over.append(...over.elements);
    over.describe(lines, (place) => now().at(place), first.value);
    const hover = (share: number | undefined): void => {
      hovered = share;
      frame.request();
    };
    const seek = (share: number): void => {
      if (playback === undefined) hover(share);
      else playback.seek(Math.round(share * now().plot.last));
    };
    detach = attachPointing(created.over, { hover, leave: () => hover(undefined), seek });
    return created;
  }

  function draw(): void {
    if (curves === undefined || !isPlaced || area === undefined) return;
    if (area.clientWidth === 0 || area.clientHeight === 0) return;
    const looks = isNew ? curves.looks(inkOf(area)) : undefined;
    if (chart === undefined || (looks && JSON.stringify([looks.lines, looks.ghosts]) !== made))
      chart = create(curves, area);
    else if (isNew) chart.setData(aligned(curves.plot));
    // Drawn now, within the turn, and not after it.
    if (isNew) chart.batch(() => undefined);
    isNew = false;
    showPlace(chart);
  }

  function showPlace(drawn: uPlot): void {
    if (curves === undefined) return;
    const { plot, stride = 1 } = curves;
    const width = drawn.bbox.width / window.devicePixelRatio;
    if (playback !== undefined) over.showPosition(plot, width, playback.position / stride);
    over.showValues(plot, width, hovered === undefined ? undefined : Math.round(hovered * plot.last));
  }

  const changed = (): void => {
    isPlaced = true;
    discard();
    frame.request();
  };
  const sizes = new ResizeObserver(changed);
  sizes.observe(within);
  sizes.observe(em);
  const ends = [appearance.subscribe(changed), playback?.subscribe(frame.request)];
  return {
    show(next) {
      curves = next;
      isNew = true;
      frame.request();
    },
    end() {
      for (const end of ends) end?.();
      sizes.disconnect();
      frame.cancel();
      discard();
      area = undefined;
    },
  };
}
