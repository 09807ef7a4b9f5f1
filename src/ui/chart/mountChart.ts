import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { shownGhosts } from '../../state/ghosts.ts';
import { fansStore, shownFans } from '../../state/fans/fans.ts';
import { highlightStore } from '../../state/highlight.ts';
import { changedRows } from '../../state/interventions.ts';
import { playback } from '../../state/playback.ts';
import { appearance } from '../../state/appearance.ts';
import { preferences } from '../../state/preferences.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { playgroundFrame } from '../playgroundFrame.ts';
import { type Ink, inkOf } from '../ink.ts';
import { textNow } from '../useText.ts';
import { bandColumns, type ChartBand, chartBands, measuredFans } from './bands.ts';
import { chosenFor } from './chosen.ts';
import { fillBands, strokeMedians } from './drawBands.ts';
import { drawChanges, drawGuide, drawMarks, type Placing } from './drawMarks.ts';
import { type GhostLook, ghostLooks, type Look, looksOf } from './look.ts';
import { chartOptions, faded, lineWidth } from './options.ts';
import { overlay } from './overlay.ts';
import { plotOn } from './plotOn.ts';
import { attachPointing } from './pointing.ts';
import { aligned, type Plot, plotOf, seekStep } from './series.ts';

/** The elements that the chart uses. */
export interface ChartParts {
  /** Where uPlot puts itself; it is filled. */
  readonly area: HTMLElement;
  /** One em wide, so that a change of the font size is noticed. */
  readonly em: HTMLElement;
}

/** Whether the chart shows losses above the lowest that the surface has, instead of losses. */
type Told = (isExcess: boolean) => void;

/** How much of its strength the line of a single run keeps where there are bands: they say more. */
const besideBands = 0.4;

const placingOn = (chart: uPlot): Placing => ({
  across: (place) => chart.valToPos(place, 'x', true),
  down: (height) => chart.valToPos(height, 'y', true),
});

/** Draws inside the plot's frame alone. */
function within({ ctx, bbox: { left, top, width, height } }: uPlot, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}

/** The index of the look of the highlighted optimizer; −1 where it is not among them. */
const highlightedAmong = (looks: readonly Look[]): number => {
  const { highlight } = highlightStore.getState();
  return looks.findIndex(({ id }) => id === highlight);
};

interface Drawn {
  readonly chart: uPlot;
  readonly looks: readonly Look[];
  readonly ghosts: readonly GhostLook[];
  readonly ink: Ink;
  detach(): void;
}

/** Draws the chosen measure of the shown runs, and again whenever they change; returns what ends it. */
export function mountChart(parts: ChartParts, tell: Told): () => void {
  const { area } = parts;
  const frame = playgroundFrame(draw);
  const over = overlay();
  let drawn: Drawn | undefined;
  let plot: Plot = plotOf([], chosenFor(runsStore.getState().scene));
  let bands: readonly ChartBand[] = [];
  let isStale = true;
  let isFocusStale = true;
  /** Whether its place has been laid out, of which it is told: to ask sooner would have the page laid out twice. */
  let isPlaced = false;
  /** Where the pointer is, as a share of the plot's width. */
  let hovered: number | undefined;

  const placeAt = (share: number): number => Math.round(share * plot.last);

  const data = (): uPlot.AlignedData => aligned(plot);

  const drawGuideOn = ({ ctx, bbox, valToPos }: uPlot, { quiet, em }: Ink): void => {
    if (plot.guide === undefined) return;
    const y = valToPos(plot.guide, 'y', true);
    drawGuide(ctx, [bbox.left, bbox.left + bbox.width], y, quiet, em * window.devicePixelRatio);
  };

  /** The bands below the lines, or their medians above them. */
  const drawBandsOn = (chart: uPlot, looks: readonly Look[], part: 'bands' | 'medians', { ground, em }: Ink): void => {
    const marked = looks[highlightedAmong(looks)]?.id;
    const drawn = bands.flatMap((band) => {
      const colour = looks.find(({ id }) => id === band.id)?.colour;
      const strength = marked === undefined || marked === band.id ? 1 : faded;
      return colour === undefined ? [] : { ...band, colour, strength };
    });
    const width = em * lineWidth * window.devicePixelRatio;
    within(chart, () => {
      if (part === 'bands') fillBands(chart.ctx, drawn, placingOn(chart));
      else strokeMedians(chart.ctx, drawn, placingOn(chart), ground, width);
    });
  };

  const drawMarksOn = (chart: uPlot, looks: readonly Look[], { ground, em }: Ink): void => {
    const place = placingOn(chart);
    const highlighted = highlightedAmong(looks);
    const strength = (index: number): number => (highlighted < 0 || highlighted === index ? 1 : faded);
    const style = { ground, size: em * 0.32 * window.devicePixelRatio, strength };
    const { scene } = runsStore.getState();
    drawChanges(chart.ctx, plot, looks, place, style, (id) => changedRows(scene, id));
    drawMarks(chart.ctx, plot, looks, place, style);
  };

  function create(looks: readonly Look[], ghosts: readonly GhostLook[]): Drawn {
    discard();
    const ink = inkOf(area);
    const size = { width: area.clientWidth, height: area.clientHeight };
    const present = {
      plot: () => plot,
      drawnAxes: (chart: uPlot) => {
        drawGuideOn(chart, ink);
        drawBandsOn(chart, looks, 'bands', ink);
      },
      drawn: (chart: uPlot) => {
        drawBandsOn(chart, looks, 'medians', ink);
        drawMarksOn(chart, looks, ink);
        place(chart);
      },
    };
    const options = { ...chartOptions(looks, ghosts, ink, window.devicePixelRatio, present), ...size };
    const chart = plotOn(area, options, data());
    chart.over.append(...over.elements);
    over.describe(looks, textNow().chart.at[preferences.getState().axis]);
    const detach = attachPointing(chart.over, {
      hover: (share) => {
        hovered = share;
        frame.request();
      },
      leave: () => {
        hovered = undefined;
        frame.request();
      },
      seek: (share) => playback.seek(seekStep(plot, share * plot.last)),
    });
    return { chart, looks, ghosts, ink, detach };
  }

  function discard(): void {
    drawn?.detach();
    drawn?.chart.destroy();
    drawn = undefined;
  }

  /** Takes the runs into the chart: as new data where the same optimizers are shown, else as a new chart. */
  function update(): Drawn {
    const { scene, runs, ghosts } = runsStore.getState();
    const { theme, language } = appearance.getState();
    const shown = shownRuns(scene, runs);
    const beside = shownGhosts(ghosts, shown);
    const looks = looksOf(scene, shown, theme, language);
    const paler = ghostLooks(beside, looks);
    const chosen = chosenFor(scene);
    const fans = measuredFans(shownFans(scene, fansStore.getState().fans), chosen.measure);
    plot = plotOf(
      shown,
      chosen,
      beside.map(({ run }) => run),
      bandColumns(fans),
    );
    bands = chartBands(fans, plot);
    tell(plot.scale.offset !== 0);
    if (drawn !== undefined && JSON.stringify([looks, paler]) === JSON.stringify([drawn.looks, drawn.ghosts])) {
      drawn.chart.setData(data());
      return drawn;
    }
    return create(looks, paler);
  }

  /** Fades all lines but the highlighted one and its ghosts. */
  function focus({ chart, looks, ghosts }: Drawn): void {
    const marked = looks[highlightedAmong(looks)]?.id;
    [...ghosts, ...looks].forEach(({ id }, i) => {
      const strength = bands.length > 0 ? besideBands : 1;
      (chart.series[i + 1] as uPlot.Series).alpha = strength * (marked === undefined || marked === id ? 1 : faded);
    });
    chart.redraw(false);
  }

  function draw(): void {
    if (!isPlaced || area.clientWidth === 0 || area.clientHeight === 0) return;
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
    over.showValues(plot, width, hovered === undefined ? undefined : placeAt(hovered));
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
    isPlaced = true;
    discard();
    runsChanged();
  };
  const ends = [
    playback.subscribe(frame.request),
    runsStore.subscribe(runsChanged),
    fansStore.subscribe(runsChanged),
    highlightStore.subscribe(highlightChanged),
    preferences.subscribe(looksChanged),
    appearance.subscribe(looksChanged),
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
