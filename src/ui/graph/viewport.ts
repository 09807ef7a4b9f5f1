/** What of the drawing is seen: a point p of it is drawn at (x, y) + scale·p, in pixels of the window. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const least = 0.05;
const most = 4;
/** A small circuit is not blown up any further than this by itself. */
const mostFitted = 1.75;

const clamp = (value: number, lo: number, hi: number): number => Math.min(Math.max(value, lo), hi);

/** The whole drawing in the middle of the window, with room around it. */
export function fitted(drawing: Size, window: Size, room: number): View {
  const across = (window.width - 2 * room) / Math.max(1, drawing.width);
  const down = (window.height - 2 * room) / Math.max(1, drawing.height);
  const scale = clamp(Math.min(across, down), least, mostFitted);
  return {
    x: (window.width - scale * drawing.width) / 2,
    y: (window.height - scale * drawing.height) / 2,
    scale,
  };
}

/** Larger or smaller by a factor; what is drawn at (x, y) of the window stays there. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = clamp(view.scale * factor, least, most);
  const by = scale / view.scale;
  return { x: x + (view.x - x) * by, y: y + (view.y - y) * by, scale };
}

/** Moved by pixels of the window. */
export const panned = (view: View, across: number, down: number): View => ({
  ...view,
  x: view.x + across,
  y: view.y + down,
});

/** Moved no farther than is needed to have a point of the drawing in sight, `room` pixels from the window's edges. */
export function revealing(
  view: View,
  at: { readonly x: number; readonly y: number },
  window: Size,
  room: number,
): View {
  const [x, y] = [view.x + view.scale * at.x, view.y + view.scale * at.y];
  const inside = (place: number, size: number): number =>
    size < 2 * room ? size / 2 - place : clamp(place, room, size - room) - place;
  return panned(view, inside(x, window.width), inside(y, window.height));
}
