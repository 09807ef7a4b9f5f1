import { arrowKeys } from '../../scene/geometry/arrowKeys.ts';
import { change, sceneStore, settle } from '../../state/store.ts';
import { type Plane, pointAt, roundToPixel } from './plane.ts';

/** Changes of the start in one gesture are one step of undo. */
const group = 'start';
/** Shares of the domain that an arrow key moves the start by, without and with Shift. */
const smallStep = 0.01;
const largeStep = 0.1;

const moveStart = (x: number, y: number): void => change((scene) => ({ ...scene, start: [x, y] }), group);

/** Sets the start to the domain point at a place in the root element, rounded to what a pixel can tell. */
function pick({ domain, ...plane }: Plane, across: number, down: number): void {
  const { x, y } = pointAt({ domain, ...plane }, across, down);
  const [x0, x1, y0, y1] = domain;
  moveStart(roundToPixel(x, (x1 - x0) / plane.width), roundToPixel(y, (y1 - y0) / plane.height));
}

/** Moves the start by a share of the domain's width and height. */
function nudge({ domain: [x0, x1, y0, y1], width, height }: Plane, [dx, dy]: readonly [number, number], share: number) {
  const [x, y] = sceneStore.getState().scene.start;
  const moved = (value: number, by: number, extent: number, pixels: number): number =>
    by === 0 ? value : roundToPixel(value + by * share * extent, extent / pixels);
  moveStart(moved(x, dx, x1 - x0, width), moved(y, dy, y1 - y0, height));
}

/**
 * Lets people set the start on the map: a press places it and drags it on; a finger drags only its handle, and taps
 * elsewhere, so that the page can still be scrolled; arrow keys move the focused handle. Returns what ends it.
 */
export function attachPicking(root: HTMLElement, handle: HTMLElement, plane: () => Plane | undefined): () => void {
  let dragging: { pointer: number; dx: number; dy: number } | undefined;
  // Not every browser says with a click what it was made with.
  let latestPointer = '';
  const listening = new AbortController();
  const { signal } = listening;

  const pickAt = ({ clientX, clientY }: MouseEvent, dx = 0, dy = 0): void => {
    const current = plane();
    const box = root.getBoundingClientRect();
    if (current !== undefined)
      pick(current, clientX - box.left - root.clientLeft + dx, clientY - box.top - root.clientTop + dy);
  };

  const isOnHandle = ({ target }: Event): boolean => target instanceof Node && handle.contains(target);

  const isOnButton = ({ target }: Event): boolean => target instanceof Element && target.closest('button') !== null;

  const press = (event: PointerEvent): void => {
    const onHandle = isOnHandle(event);
    latestPointer = event.pointerType;
    if (isOnButton(event) || event.button !== 0 || !event.isPrimary || (event.pointerType === 'touch' && !onHandle))
      return;
    const box = handle.getBoundingClientRect();
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const grip = onHandle ? { dx: middle.x - event.clientX, dy: middle.y - event.clientY } : { dx: 0, dy: 0 };
    dragging = { pointer: event.pointerId, ...grip };
    root.setPointerCapture(event.pointerId);
    if (!onHandle) pickAt(event);
    handle.focus({ preventScroll: true });
    event.preventDefault();
  };

  const move = (event: PointerEvent): void => {
    if (event.pointerId === dragging?.pointer) pickAt(event, dragging.dx, dragging.dy);
  };

  const release = (event: PointerEvent): void => {
    if (event.pointerId !== dragging?.pointer) return;
    dragging = undefined;
    settle();
  };

  const tap = (event: MouseEvent): void => {
    if (latestPointer !== 'touch' || isOnHandle(event) || isOnButton(event)) return;
    pickAt(event);
    settle();
  };

  const key = (event: KeyboardEvent): void => {
    const direction = arrowKeys[event.key];
    const current = plane();
    if (direction === undefined || current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    nudge(current, direction, event.shiftKey ? largeStep : smallStep);
    event.preventDefault();
    event.stopPropagation();
  };

  root.addEventListener('pointerdown', press, { signal });
  root.addEventListener('pointermove', move, { signal });
  root.addEventListener('pointerup', release, { signal });
  root.addEventListener('pointercancel', release, { signal });
  root.addEventListener('click', tap, { signal });
  handle.addEventListener('keydown', key, { signal });
  handle.addEventListener('keyup', settle, { signal });
  return () => listening.abort();
}
