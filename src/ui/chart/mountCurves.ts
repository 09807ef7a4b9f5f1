import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { preferences } from '../../state/preferences.ts';
import { onceAFrame } from '../frame.ts';
import { type Ink, inkOf } from '../ink.ts';
import type { ChartParts } from './mountChart.ts';
import { drawMarks } from './drawMarks.ts';
import type { GhostLook, Look } from './look.ts';
import { chartOptions } from './options.ts';
import { overlay } from './overlay.ts';
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
}

/** A chart of curves that change as a whole, not with playback. Hovering reads values. */
export interface CurveChart {
  show(curves: Curves): void;
  /** Takes it away. */
  end(): void;
}

const focusSize = 0.32;

/** Puts a chart of curves into `area`. */
export function mountCurves({ area, em }: ChartParts): CurveChart {
  const over = overlay();
  const frame = onceAFrame(draw);
  let curves: Curves | undefined;
  let chart: uPlot | undefined;
  let detach: (() => void) | undefined;
  let hovered: number | undefined;

  function discard(): void {
    detach?.();
    chart?.destroy();
    chart = undefined;
  }

  function create({ plot, looks, across, at }: Curves): uPlot {
    const ink = inkOf(area);
    const ratio = window.devicePixelRatio;
    const { lines, ghosts } = looks(ink);
    const marks = (made: uPlot): void => {
      const place = {
        across: (x: number) => made.valToPos(x, 'x', true),
        down: (height: number) => made.valToPos(height, 'y', true),
      };
      const style = { ground: ink.ground, size: ink.em * focusSize * ratio, strength: () => 1 };
      drawMarks(made.ctx, plot, lines, place, style);
    };
    const present = { plot: () => plot, across, drawnAxes: () => undefined, drawn: marks };
    const size = { width: area.clientWidth, height: area.clientHeight };
    const made = new uPlot({ ...chartOptions(lines, ghosts, ink, ratio, present), ...size }, aligned(plot), area);
    made.over.append(...over.elements);
    over.describe(lines, at);
    const hover = (share: number | undefined): void => {
      hovered = share;
      frame.request();
    };
    detach = attachPointing(made.over, { hover, leave: () => hover(undefined), seek: hover });
    return made;
  }

  function draw(): void {
    if (curves === undefined || area.clientWidth === 0 || area.clientHeight === 0) return;
    chart ??= create(curves);
    const { plot } = curves;
    const place = hovered === undefined ? undefined : Math.round(hovered * plot.last);
    over.showValues(plot, chart.bbox.width / window.devicePixelRatio, place);
  }

  const changed = (): void => {
    discard();
    frame.request();
  };
  const sizes = new ResizeObserver(changed);
  sizes.observe(area);
  sizes.observe(em);
  const forget = preferences.subscribe(changed);
  return {
    show(next) {
      curves = next;
      changed();
    },
    end() {
      forget();
      sizes.disconnect();
      frame.cancel();
      discard();
    },
  };
}
