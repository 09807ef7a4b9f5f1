import type { Point } from './geometry.ts';
import { fitted, panned, revealing, type Size, type View, zoomed } from './viewport.ts';

/** Pans and zooms a drawing by its transform. */
export interface Viewport {
  /** Shows a drawing of this size whole; as it was looked at, where it is of the same kind as before. */
  fit(drawing: Size): void;
  /** Larger or smaller about the middle. */
  zoom(factor: number): void;
  pan(across: number, down: number): void;
  /** Has a point of the drawing in sight. */
  reveal(at: Point): void;
  unmount(): void;
}

const room = 20;
const roomAround = 90;
/** A pointer that has moved less than this has not dragged. */
const still = 4;

/** Wheel, drag and pinch move `world`, a group of an SVG that fills `root`. Until somebody does, it fits by itself. */
export function mountViewport(root: HTMLElement, world: SVGGElement): Viewport {
  let view: View = { x: 0, y: 0, scale: 1 };
  let drawing: Size = { width: 1, height: 1 };
  let isTouched = false;
  const pointers = new Map<number, Point>();
  const listening = new AbortController();
  const options = { signal: listening.signal };
  const size = (): Size => ({ width: root.clientWidth, height: root.clientHeight });

  const show = (next: View): void => {
    view = next;
    world.setAttribute(
      'transform',
      `translate(${next.x.toFixed(2)} ${next.y.toFixed(2)}) scale(${next.scale.toFixed(4)})`,
    );
  };
  const move = (next: View): void => {
    isTouched = true;
    show(next);
  };
  const fit = (): void => {
    isTouched = false;
    show(fitted(drawing, size(), room));
  };
  const inRoot = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = root.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  root.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = inRoot(event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      move(zoomed(view, Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 120 : 480)), x, y));
    },
    { ...options, passive: false },
  );
  root.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target as Element).closest('button') !== null) return;
      pointers.set(event.pointerId, inRoot(event));
    },
    options,
  );
  root.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const now = inRoot(event);
      const isDrag = root.hasPointerCapture(event.pointerId);
      if (!isDrag && Math.hypot(now.x - before.x, now.y - before.y) < still) return;
      if (!isDrag) root.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, now);
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      if (other === undefined) return move(panned(view, now.x - before.x, now.y - before.y));
      const [wide, far] = [before, now].map(({ x, y }) => Math.hypot(x - other.x, y - other.y)) as [number, number];
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const moved = panned(view, (now.x - before.x) / 2, (now.y - before.y) / 2);
      move(zoomed(moved, far / Math.max(1, wide), middle.x, middle.y));
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    root.addEventListener(type, ({ pointerId }) => void pointers.delete(pointerId), options);
  let before = size();
  const sizes = new ResizeObserver(() => {
    const now = size();
    // What is in the middle stays there.
    if (isTouched) show(panned(view, (now.width - before.width) / 2, (now.height - before.height) / 2));
    else fit();
    before = now;
  });
  sizes.observe(root);

  return {
    fit(next) {
      drawing = next;
      fit();
    },
    zoom: (factor) => move(zoomed(view, factor, size().width / 2, size().height / 2)),
    pan: (across, down) => move(panned(view, across, down)),
    reveal: (at) => show(revealing(view, at, size(), roomAround)),
    unmount: () => {
      listening.abort();
      sizes.disconnect();
    },
  };
}
