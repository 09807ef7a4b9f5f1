import { arrowKeys } from '../geometry/arrowKeys.ts';
import { change, sceneStore, settle } from '../../state/store.ts';
import { pick, pickLevel, type Ray } from '../geometry/pick.ts';
import { heightAt } from '../geometry/view.ts';
import { currentView, type Stage } from '../stage.ts';
import { rayThrough } from './ray.ts';

/** Changes of the start in one gesture are one step of undo. */
const group = 'start';
/** Shares of the domain that an arrow key moves the start by, without and with Shift. */
const smallStep = 0.01;
const largeStep = 0.1;
/** Pixels that the pointer may move in a click. */
const clickReach = 5;

const rounded = (value: number, from: number, to: number): number =>
  Number(value.toFixed(Math.min(12, Math.max(0, Math.ceil(-Math.log10((to - from) / 1000))))));

function moveStart(x: number, y: number): void {
  const [x0, x1, y0, y1] = currentView().box.domain;
  const start: [number, number] = [rounded(x, x0, x1), rounded(y, y0, y1)];
  const [oldX, oldY] = sceneStore.getState().scene.start;
  if (start[0] !== oldX || start[1] !== oldY) change((scene) => ({ ...scene, start }), group);
}

const pickOn = (ray: Ray) => {
  const view = currentView();
  return pick(ray, view.box, (x, y) => heightAt(view, x, y));
};

/** Under the pointer; where it points past the surface, at the height the start has, and inside the domain. */
function pickNear(ray: Ray): { x: number; y: number } | undefined {
  const view = currentView();
  const level = heightAt(view, ...sceneStore.getState().scene.start);
  return pickOn(ray) ?? pickLevel(ray, view.box, Number.isFinite(level) ? level : 0);
}

/**
 * Lets people set the start: a click on the surface places it, the handle is dragged, and arrow keys move it while it
 * is focused. A drag beside the handle is the camera's. Returns what ends it.
 */
export function attachStart(stage: Stage, root: HTMLElement, handle: HTMLElement): () => void {
  const { signal, abort } = listening();
  let grip: { readonly pointer: number; readonly dx: number; readonly dy: number } | undefined;
  let press: { readonly x: number; readonly y: number } | undefined;

  handle.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const box = handle.getBoundingClientRect();
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      grip = { pointer: event.pointerId, dx: middle.x - event.clientX, dy: middle.y - event.clientY };
      handle.setPointerCapture(event.pointerId);
      handle.focus({ preventScroll: true });
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  handle.addEventListener(
    'pointermove',
    ({ pointerId, clientX, clientY }) => {
      if (grip?.pointer !== pointerId) return;
      const ray = rayThrough(stage, root, clientX + grip.dx, clientY + grip.dy);
      const place = ray === undefined ? undefined : pickNear(ray);
      if (place !== undefined) moveStart(place.x, place.y);
    },
    { signal },
  );
  const release = ({ pointerId }: PointerEvent): void => {
    if (grip?.pointer !== pointerId) return;
    grip = undefined;
    settle();
  };
  handle.addEventListener('pointerup', release, { signal });
  handle.addEventListener('pointercancel', release, { signal });
  handle.addEventListener(
    'keydown',
    (event) => {
      const direction = arrowKeys[event.key];
      if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const [x0, x1, y0, y1] = currentView().box.domain;
      const [x, y] = sceneStore.getState().scene.start;
      const share = event.shiftKey ? largeStep : smallStep;
      moveStart(x + direction[0] * share * (x1 - x0), y + direction[1] * share * (y1 - y0));
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  handle.addEventListener('keyup', settle, { signal });

  root.addEventListener(
    'pointerdown',
    (event) => {
      const isClick = event.button === 0 && event.isPrimary && event.target instanceof HTMLCanvasElement;
      press = isClick ? { x: event.clientX, y: event.clientY } : undefined;
    },
    { signal },
  );
  root.addEventListener(
    'pointerup',
    ({ clientX, clientY, isPrimary }) => {
      const from = press;
      press = undefined;
      if (from === undefined || !isPrimary || Math.hypot(clientX - from.x, clientY - from.y) > clickReach) return;
      const ray = rayThrough(stage, root, clientX, clientY);
      const place = ray === undefined ? undefined : pickOn(ray);
      if (place === undefined) return;
      settle();
      moveStart(place.x, place.y);
      settle();
    },
    { signal },
  );
  return abort;
}

function listening(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
