import type { Bundle } from '../../scene/geometry/bundle.ts';
import { bundlesOf } from '../../scene/geometry/bundlesOf.ts';
import { fansStore, shownFans } from '../../state/fans/fans.ts';
import { fanGhosts } from '../../state/fans/paths.ts';
import { recordedIn, shownGhosts } from '../../state/ghosts.ts';
import { highlightStore } from '../../state/highlight.ts';
import { changedRows } from '../../state/interventions.ts';
import type { MapUnder } from '../../state/maps/sweeps.ts';
import { playback } from '../../state/playback.ts';
import { appearance } from '../../state/appearance.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { surfaceIn } from '../../state/surface.ts';
import { drawNow } from '../../scene/geometry/drawNow.ts';
import { playgroundFrame } from '../playgroundFrame.ts';
import { clearCanvas, contextOf, fitCanvas } from '../canvas.ts';
import { drawInk } from './drawInk.ts';
import { drawChanges } from './drawChanges.ts';
import { drawMarkers, drawPoints, type Marker } from './drawMarkers.ts';
import { drawAxes, drawBands, drawIsolines } from './drawSurface.ts';
import type { Line } from './drawTrails.ts';
import { basinGround } from './ground.ts';
import { ghostLines } from './ghostLines.ts';
import { type Ink, inkOf } from '../ink.ts';
import { fanLayer } from './fanLayer.ts';
import { type Layout, layoutOf } from './layout.ts';
import { markersOf } from './markersOf.ts';
import { pathLayer } from './pathLayer.ts';
import { acrossOf, downOf, type Plane, plotOf } from './plane.ts';
import { type SurfaceMap, surfaceMaps } from './surfaceMap.ts';

/** The elements that the map is drawn on, from the lowest layer to the highest. */
export interface Layers {
  readonly root: HTMLElement;
  readonly surface: HTMLCanvasElement;
  readonly fans: HTMLCanvasElement;
  readonly halos: HTMLCanvasElement;
  readonly lines: HTMLCanvasElement;
  readonly markers: HTMLCanvasElement;
  /** Marks the start; moved, not drawn, and hidden until its place is known. */
  readonly start: HTMLElement;
  /** One em wide, so that a change of the font size is noticed. */
  readonly em: HTMLElement;
}

/** A map that draws itself whenever something that it shows changes. */
export interface MountedContour {
  /** Where the domain lies in the root element; undefined where that has no size. */
  plane(): Plane | undefined;
  unmount(): void;
}

export function mountContour(layers: Layers): MountedContour {
  const { root, start } = layers;
  const surface = contextOf(layers.surface);
  const fans = contextOf(layers.fans);
  const halos = contextOf(layers.halos);
  const lines = contextOf(layers.lines);
  const top = contextOf(layers.markers);
  const bundleLayer = fanLayer(fans);
  const paths = pathLayer(halos, lines);
  const frame = playgroundFrame(draw);
  const maps = surfaceMaps(frame.request);
  const ground = basinGround(frame.request);
  let ink: Ink | undefined;
  let layout: Layout | undefined;
  /** The layout that the canvases have the size of. */
  let fitted: Layout | undefined;
  let map: SurfaceMap | undefined;
  let under: MapUnder | undefined;
  let markers: readonly Marker[] | undefined;
  /** The ghosts, and the markers' lines upon them. */
  let drawn: readonly Line[] = [];
  let bundles: readonly Bundle[] = [];

  const isEmpty = (): boolean => root.clientWidth === 0 || root.clientHeight === 0;

  /** The layout of what is shown in the element as it is now; what points at it need not wait until it is drawn. */
  function measured(): { ink: Ink; layout: Layout } {
    const { domain } = surfaceIn(runsStore.getState().scene);
    if (ink !== undefined && layout?.plane.domain === domain) return { ink, layout };
    ink = inkOf(root);
    surface.font = `${ink.em}px ${ink.family}`;
    layout = layoutOf(domain, root.clientWidth, root.clientHeight, ink.em, (text) => surface.measureText(text).width);
    return { ink, layout };
  }

  /** Fits the canvases to the element. */
  function fit(to: Layout): void {
    fitted = to;
    for (const { canvas } of [surface, fans, halos, lines, top])
      fitCanvas(canvas, root.clientWidth, root.clientHeight, window.devicePixelRatio);
    markers = undefined;
    map = undefined;
  }

  function draw(): void {
    if (isEmpty()) return;
    const { scene, runs, ghosts } = runsStore.getState();
    const shown = surfaceIn(scene);
    const now = measured();
    if (fitted !== now.layout) fit(now.layout);
    const { plane } = now.layout;
    const { theme } = appearance.getState();
    const latest = maps.of(shown);
    const latestUnder = ground.of(scene, plane);
    if (latest !== map || latestUnder !== under) {
      clearCanvas(surface);
      drawBands(surface, plane, latest.bands, theme);
      if (latestUnder !== undefined) {
        ground.draw(surface, plane, latestUnder);
        drawIsolines(surface, plane, latest.bands, 'rgb(255 255 255 / 16%)');
      }
      drawAxes(surface, now.layout, now.ink);
      map = latest;
      under = latestUnder;
    }
    if (markers === undefined) {
      const { highlight } = highlightStore.getState();
      const inView = shownRuns(scene, runs);
      const marked = highlight ?? scene.inspect ?? null;
      const inFans = shownFans(scene, fansStore.getState().fans);
      const beside = [...fanGhosts(inFans, marked), ...shownGhosts([...recordedIn(scene), ...ghosts], inView)];
      markers = markersOf(scene, inView, plane, theme, now.ink.em, marked);
      drawn = [...ghostLines(beside, markers, plane), ...markers];
      bundles = bundlesOf(scene, inFans, theme, marked);
    }
    bundleLayer.show(bundles, plane, now.ink.ground);
    paths.show(drawn, plane, now.ink.ground, playback.position);
    clearCanvas(top);
    drawPoints(top, plane, latest, now.ink);
    const { id, ...drawing } = drawNow(plotOf(plane), now.ink.em);
    drawInk(top, plane, drawing, markers.find(({ trail }) => trail.id === id)?.colour ?? now.ink.text, now.ink);
    for (const { trail, colour, strength } of markers)
      drawChanges(top, plane, trail, changedRows(scene, trail.id), playback.position, { colour, strength }, now.ink);
    drawMarkers(top, plane, markers, playback.position, now.ink);
    placeStart(scene.start, plane);
  }

  function placeStart([x, y]: readonly [number, number], plane: Plane): void {
    const [x0, x1, y0, y1] = plane.domain;
    start.hidden = !(x >= x0 && x <= x1 && y >= y0 && y <= y1);
    start.style.translate = `${acrossOf(plane, x)}px ${downOf(plane, y)}px`;
  }

  const pathsChanged = (): void => {
    markers = undefined;
    frame.request();
  };
  /** The start follows a hand at once, wherever the drawing of the runs is. */
  const runsChanged = (): void => {
    const { scene } = runsStore.getState();
    if (layout !== undefined && surfaceIn(scene).domain === layout.plane.domain) placeStart(scene.start, layout.plane);
    pathsChanged();
  };
  const looksChanged = (): void => {
    layout = undefined;
    frame.request();
  };
  const ends = [
    playback.subscribe(frame.request),
    runsStore.subscribe(runsChanged),
    highlightStore.subscribe(pathsChanged),
    fansStore.subscribe(pathsChanged),
    appearance.subscribe(looksChanged),
  ];
  const sizes = new ResizeObserver(looksChanged);
  sizes.observe(root);
  sizes.observe(layers.em);
  return {
    plane: () => (isEmpty() ? undefined : measured().layout.plane),
    unmount() {
      for (const end of ends) end();
      sizes.disconnect();
      maps.stop();
      ground.stop();
      frame.cancel();
    },
  };
}
