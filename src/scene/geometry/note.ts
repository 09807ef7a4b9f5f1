import type { Arrow, Pixel } from './arrow.ts';
import { type Box, clipSegment } from './clip.ts';
import type { InkNote } from './inkMarks.ts';

/** Half the size of a note of so many letters, in font sizes. */
export const halfNote = (text: string) => ({ width: 0.27 * text.length + 0.15, height: 0.55 });

/** Between an arrow's tip and its note, in font sizes. */
const gap = 0.3;

/** Where notes stand, seen from the tip, the best first: turned from the arrow's own direction by so many degrees. */
const turns = [0, 40, -40, 60, -60, 80, -80, 100, -100, 120, -120, 140, -140].map(
  (degrees) => (degrees * Math.PI) / 180,
);

/** Pixels of a line that lie in a box. */
const covered = (points: readonly Pixel[], box: Box): number =>
  points.slice(1).reduce((sum, b, i) => {
    const a = points[i] as Pixel;
    const [enter, leave] = clipSegment(a.x, a.y, b.x, b.y, box) ?? [0, 0];
    return sum + Math.max(0, leave - enter) * Math.hypot(b.x - a.x, b.y - a.y);
  }, 0);

const within = (middle: number, half: number, from: number, to: number): number =>
  Math.min(Math.max(middle, from + half), to - half);

/** What a number beside an arrow is to leave free of it. */
export const linesOf = ({ shaft, head }: Arrow): (readonly Pixel[])[] => (head === undefined ? [shaft] : [shaft, head]);

/** And of a disc: spokes of it. */
export const spokesOf = ({ x, y }: Pixel, radius: number): (readonly Pixel[])[] =>
  [0, 1, 2, 3].map((eighth) => {
    const [across, down] = [Math.cos((eighth * Math.PI) / 4) * radius, Math.sin((eighth * Math.PI) / 4) * radius];
    return [
      { x: x - across, y: y - down },
      { x: x + across, y: y + down },
    ];
  });

/**
 * A number beside the tip of an arrow, in the picture's room: beyond the tip where none of the lines is there, else where
 * least of them is covered.
 */
export function noteBeside(
  { shaft, head }: Arrow,
  text: string,
  em: number,
  lines: readonly (readonly Pixel[])[],
  [left, top, right, bottom]: Box,
): InkNote | undefined {
  const [base, tip] = [shaft.at(-1), head?.[0]];
  if (base === undefined || tip === undefined) return undefined;
  const [width, height] = [halfNote(text).width * em, halfNote(text).height * em];
  const ahead = Math.atan2(tip.y - base.y, tip.x - base.x);
  let best: InkNote | undefined;
  let least = Infinity;
  for (const turn of turns) {
    const [dx, dy] = [Math.cos(ahead + turn), Math.sin(ahead + turn)];
    // As near as the tip stays outside.
    const away = Math.min((width + gap * em) / Math.abs(dx), (height + gap * em) / Math.abs(dy));
    const x = within(tip.x + dx * away, width, left, right);
    const y = within(tip.y + dy * away, height, top, bottom);
    const box: Box = [x - width, y - height, x + width, y + height];
    const under = lines.reduce((sum, points) => sum + covered(points, box), 0);
    if (under < least) [best, least] = [{ x, y, text }, under];
    if (least === 0) break;
  }
  return best;
}
