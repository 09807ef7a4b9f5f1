import { arrowKeys } from '../../scene/geometry/arrowKeys.ts';
import { probeStore, setProbe } from '../../state/maps/probe.ts';
import { appearance } from '../../state/appearance.ts';
import type { SweepAxis } from '../../sweep/axis.ts';
import { clearCanvas, contextOf, fitCanvas } from '../canvas.ts';
import type { PlotBox } from '../drawTicks.ts';
import { onceAFrame } from '../frame.ts';
import { type Ink, inkOf } from '../ink.ts';
import { inTurn } from '../turns.ts';
import { boxIn, drawFrame, leftOf } from './frame.ts';
import { paint } from './paint.ts';
import { drawSign } from './sign.ts';

/** What a map shows. */
export interface MapSource {
  readonly axes: readonly [SweepAxis, SweepAxis];
  /** Asks for the runs of a picture of so many pixels. */
  want(size: readonly [number, number]): void;
  /** The colour of each run; undefined where there is nothing to paint yet. */
  painter(size: readonly [number, number]): ((at: number) => number) | undefined;
  /** What lies over the picture: isolines, paths, boundaries. */
  over(context: CanvasRenderingContext2D, box: PlotBox, ink: Ink): void;
  /** What stands at places of the map, to be seen whole at its edge too. */
  signs?(context: CanvasRenderingContext2D, box: PlotBox, ink: Ink): void;
  /** Where the playground stands, in places of the axes; undefined where that is not one point of the map. */
  here(): readonly [number, number] | undefined;
  /** Takes the place over into the playground. */
  adopt(across: number, up: number): void;
  /** Shows the part between two places alone. */
  zoom(low: readonly [number, number], high: readonly [number, number]): void;
  /** Shows a part `factor` times as wide about a place, or all of it again. */
  zoomBy(factor: number, about: readonly [number, number]): void;
  zoomOut(): void;
}

const most = 720;
const dragFrom = 6;
const step = 1 / 64;

/** A map in an element with a canvas for its pixels and one for what lies over them. */
export interface MountedMap {
  show(source: MapSource): void;
  request(): void;
  unmount(): void;
}

/** How wide what is shown becomes; + is = without Shift on most keyboards. */
const zooms: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 };

/** A pointer that is held down; a map that is laid out anew beneath it makes no click a drag. */
interface Drag {
  /** Where it was put down, in pixels of the window. */
  readonly at: readonly [number, number];
  /** Places of the map. */
  readonly from: readonly [number, number];
  to: readonly [number, number];
  isLong: boolean;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

export function mountMap(root: HTMLElement, picture: HTMLCanvasElement, cover: HTMLCanvasElement): MountedMap {
  const context = contextOf(cover);
  let source: MapSource | undefined;
  let [box, ink]: [PlotBox | undefined, Ink | undefined] = [undefined, undefined];
  let size: readonly [number, number] = [1, 1];
  let image = new ImageData(1, 1);
  /** The box that the canvases have the size of. */
  let fitted: PlotBox | undefined;
  /** Whether what lies over the picture is that of the source. */
  let isCovered = false;
  let drag: Drag | undefined;

  const leftFor = ({ axes: [, up] }: MapSource, { em, family }: Ink): number => {
    context.font = `${em}px ${family}`;
    return leftOf(up, em, (text) => context.measureText(text).width);
  };

  /** The box as the element is now; what points at it need not wait until it is drawn. */
  const measured = (shown: MapSource): PlotBox => {
    if (box !== undefined) return box;
    ink = inkOf(root);
    box = boxIn(root.clientWidth, root.clientHeight, ink.em, leftFor(shown, ink));
    const shrink = Math.min(1, most / Math.max(box.width, box.height));
    size = [Math.max(1, Math.round(box.width * shrink)), Math.max(1, Math.round(box.height * shrink))];
    return box;
  };

  const fit = (shown: MapSource, inside: PlotBox): void => {
    fitted = inside;
    root.parentElement?.style.setProperty('--map-left', `${inside.left}px`);
    fitCanvas(cover, root.clientWidth, root.clientHeight, window.devicePixelRatio);
    [picture.width, picture.height] = size;
    image = new ImageData(...(size as [number, number]));
    const { style } = picture;
    [style.left, style.top, style.width, style.height] = [inside.left, inside.top, inside.width, inside.height].map(
      (px) => `${px}px`,
    ) as [string, string, string, string];
    shown.want(size);
  };

  const draw = (): void => {
    if (root.clientWidth === 0 || root.clientHeight === 0 || source === undefined) return;
    const inside = measured(source);
    if (fitted !== inside) fit(source, inside);
    const painter = source.painter(size);
    if (painter !== undefined) {
      paint(new Uint32Array(image.data.buffer), size, painter);
      contextOf(picture).putImageData(image, 0, 0);
    }
    if (!isCovered) drawOver(source, inside, ink as Ink);
  };

  const drawOver = (shown: MapSource, inside: PlotBox, of: Ink): void => {
    isCovered = true;
    clearCanvas(context);
    drawFrame(context, inside, shown.axes, of);
    context.save();
    context.beginPath();
    context.rect(inside.left, inside.top, inside.width, inside.height);
    context.clip();
    shown.over(context, inside, of);
    if (drag?.isLong === true) {
      const [[x0, y0], [x1, y1]] = [drag.from, drag.to];
      const at = [
        inside.left + Math.min(x0, x1) * inside.width,
        inside.top + (1 - Math.max(y0, y1)) * inside.height,
      ] as const;
      context.setLineDash([4, 3]);
      context.lineWidth = 1.5;
      context.strokeStyle = '#ffffff';
      context.strokeRect(...at, Math.abs(x1 - x0) * inside.width, Math.abs(y1 - y0) * inside.height);
    }
    context.restore();
    shown.signs?.(context, inside, of);
    const at = ([across, up]: readonly [number, number]) =>
      [inside.left + across * inside.width, inside.top + (1 - up) * inside.height] as const;
    const here = shown.here();
    if (here !== undefined) drawSign(context, 'here', at(here), 0.75, of.em);
    const { probe } = probeStore.getState();
    if (probe !== null) drawSign(context, 'ring', at([probe.across, probe.up]), 0.55, of.em);
  };

  const picturing = inTurn(draw);
  const covering = onceAFrame(() => {
    if (source !== undefined && box !== undefined && fitted === box) drawOver(source, box, ink as Ink);
  });

  const placeAt = ({ clientX, clientY }: PointerEvent): readonly [number, number] | undefined => {
    if (source === undefined) return undefined;
    const { left, top, width, height } = measured(source);
    const frame = root.getBoundingClientRect();
    return [(clientX - frame.left - left) / width, 1 - (clientY - frame.top - top) / height];
  };
  const isInside = ([across, up]: readonly [number, number]): boolean =>
    across >= 0 && across <= 1 && up >= 0 && up <= 1;
  /** The middle of the pixel at a place: the run that was made there. */
  const pixel = ([across, up]: readonly [number, number]): readonly [number, number] => {
    const middle = (place: number, count: number): number =>
      (Math.min(count - 1, Math.floor(clamp(place) * count)) + 0.5) / count;
    return [middle(across, size[0]), middle(up, size[1])];
  };

  const listening = new AbortController();
  const { signal } = listening;
  const on = <K extends keyof HTMLElementEventMap>(name: K, hear: (event: HTMLElementEventMap[K]) => void): void =>
    root.addEventListener(name, hear, { signal });

  on('pointermove', (event) => {
    const place = placeAt(event);
    if (place === undefined) return;
    if (drag !== undefined) {
      drag.to = [clamp(place[0]), clamp(place[1])];
      drag.isLong ||= Math.hypot(event.clientX - drag.at[0], event.clientY - drag.at[1]) > dragFrom;
    }
    covering.request();
    // A finger that moves scrolls or zooms; it points where it taps.
    if (event.pointerType === 'touch') return;
    const [across, up] = pixel(place);
    setProbe(isInside(place) ? { across, up } : null);
  });
  on('pointerleave', ({ pointerType }) => {
    if (drag === undefined && pointerType !== 'touch') setProbe(null);
  });
  on('pointerdown', (event) => {
    const place = placeAt(event);
    if (place === undefined || !isInside(place) || event.button !== 0 || !event.isPrimary) return;
    drag = { at: [event.clientX, event.clientY], from: place, to: place, isLong: false };
    if (event.pointerType !== 'touch') root.setPointerCapture(event.pointerId);
    root.focus({ preventScroll: true });
  });
  on('pointercancel', () => {
    drag = undefined;
    covering.request();
  });
  on('pointerup', ({ pointerType }) => {
    const done = drag;
    drag = undefined;
    covering.request();
    if (done === undefined || source === undefined) return;
    const [[x0, y0], [x1, y1]] = [done.from, done.to];
    if (!done.isLong) {
      const [across, up] = pixel(done.from);
      setProbe({ across, up });
      source.adopt(across, up);
      return;
    }
    if (pointerType === 'touch') setProbe(null);
    if (Math.abs(x1 - x0) > 0.01 && Math.abs(y1 - y0) > 0.01)
      source.zoom([Math.min(x0, x1), Math.min(y0, y1)], [Math.max(x0, x1), Math.max(y0, y1)]);
  });
  // What was tapped is read until something else is; a finger that scrolls is not lifted, but cancelled.
  document.addEventListener(
    'pointerup',
    ({ pointerType, target }) => {
      if (pointerType === 'touch' && !root.contains(target as Node)) setProbe(null);
    },
    { signal, capture: true },
  );
  on('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrowKeys[event.key];
    const { probe } = probeStore.getState();
    const [across, up] = probe === null ? (source?.here() ?? [0.5, 0.5]) : [probe.across, probe.up];
    if (event.key === 'Enter' && probe !== null) source?.adopt(across, up);
    else if (event.key === 'Escape' && probe !== null) setProbe(null);
    else if (zooms[event.key] !== undefined)
      source?.zoomBy(zooms[event.key] as number, probe === null ? [0.5, 0.5] : [across, up]);
    else if (event.key === '0') source?.zoomOut();
    else if (direction !== undefined) {
      const by = step * (event.shiftKey ? 8 : 1);
      const [x, y] = pixel([across + direction[0] * by, up + direction[1] * by]);
      setProbe({ across: x, up: y });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const looksChanged = (): void => {
    box = undefined;
    isCovered = false;
    picturing.request();
  };
  const sizes = new ResizeObserver(looksChanged);
  sizes.observe(root);
  const ends = [probeStore.subscribe(covering.request), appearance.subscribe(looksChanged)];
  return {
    show(next) {
      source = next;
      isCovered = false;
      // Other numbers beside it take another room.
      if (box !== undefined && ink !== undefined && leftFor(source, ink) !== box.left) box = undefined;
      if (box !== undefined) source.want(size);
      picturing.request();
    },
    request: picturing.request,
    unmount() {
      for (const end of ends) end();
      listening.abort();
      sizes.disconnect();
      picturing.cancel();
      covering.cancel();
    },
  };
}
