/** A rectangle on the screen: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * The part of the segment from (ax, ay) to (bx, by) inside the box, as the shares of its length [from, to] at which it
 * enters and leaves; undefined where it misses the box. Liang & Barsky 1984.
 */
export function clipSegment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  [left, top, right, bottom]: Box,
): [from: number, to: number] | undefined {
  let from = 0;
  let to = 1;
  const edges: [towards: number, distance: number][] = [
    [ax - bx, ax - left],
    [bx - ax, right - ax],
    [ay - by, ay - top],
    [by - ay, bottom - ay],
  ];
  for (const [towards, distance] of edges) {
    if (towards === 0) {
      if (distance < 0) return undefined;
      continue;
    }
    const share = distance / towards;
    if (towards < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
    if (from > to) return undefined;
  }
  return [from, to];
}

export const isInside = (x: number, y: number, [left, top, right, bottom]: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
