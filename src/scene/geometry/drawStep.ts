import type { Point } from '../../engine/points.ts';
import { type Arrow, arrowAlong, lineOn, pathText, type Pixel, type Plot, withLength } from './arrow.ts';
import type { Drawing, InkMark } from './inkMarks.ts';
import type { Rect } from './labels.ts';
import { linesOf, noteBeside, spokesOf } from './note.ts';
import type { StepPicture, StepSize, StepVector } from '../../engine/stepPicture.ts';

/** Sizes in font sizes. */
const head = 0.62;
const markerRadius = 0.62;
const ringRadius = 0.34;
const bar = { width: 0.24, gap: 0.1, height: 1.5, off: 1 } as const;

/** Length of an arrow that is not to scale, in font sizes: a tenfold vector is `perDecade` longer, within limits. */
const perDecade = 0.75;
const ofOne = 3;
const [shortest, longest] = [1.8, 6.5];

/** The length, in font sizes, of the arrow of a vector of size `size`: on a logarithmic scale, so that none is off the map. */
export const compressed = (size: number): number =>
  Math.min(longest, Math.max(shortest, ofOne + perDecade * Math.log10(size)));

const markOf = (kind: InkMark['kind'], { shaft, head: tip }: Arrow): InkMark => ({
  kind,
  d: pathText(shaft),
  ...(tip === undefined ? {} : { head: pathText(tip, true) }),
});

/** @param stands where the optimizer is */
function arrowOf(plot: Plot, vector: StepVector, stands: Point, em: number): Arrow | undefined {
  const { kind, from = stands } = vector;
  const under = vector.from === undefined ? markerRadius * em : 0;
  if (kind === 'step') {
    const line = lineOn(plot, from, vector);
    return line && arrowAlong(line, head * em, 0, markerRadius * em * 0.75);
  }
  const length = compressed(Math.hypot(vector.x, vector.y)) * em;
  const move = withLength(plot, vector, length + under);
  const line = move && lineOn(plot, from, move);
  return line && arrowAlong(line, head * em, under);
}

const ring = ({ x, y }: Pixel, r: number): string =>
  `M${(x - r).toFixed(2)} ${y.toFixed(2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

const around = (points: readonly Pixel[]): Rect => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
};

const box = (left: number, bottom: number, width: number, height: number): string =>
  pathText(
    [
      { x: left, y: bottom },
      { x: left, y: bottom - height },
      { x: left + width, y: bottom - height },
      { x: left + width, y: bottom },
    ],
    true,
  );

const barsWidth = (count: number): number => count * (2 * bar.width + bar.gap) + (count - 1) * 2 * bar.gap;

/** Where the bars stand: on the side of the marker that the arrows leave free. */
function barsPlace(count: number, { x, y }: Pixel, arrows: readonly Arrow[], em: number): Rect {
  const [width, height] = [barsWidth(count) * em, bar.height * em];
  const leaning = arrows.reduce((sum, { head: tip }) => sum + Math.sign((tip?.[0].x ?? x) - x), 0);
  return { left: x + (leaning > 0 ? -bar.off * em - width : bar.off * em), top: y - height / 2, width, height };
}

/** Bars for x and y, pair by pair. */
function barsOf(sizes: readonly StepSize[], { left, top, height }: Rect, em: number): InkMark[] {
  const width = bar.width * em;
  return sizes.flatMap(({ x, y }, i) =>
    [x, y].flatMap((share, j): InkMark[] => {
      const at = left + (i * barsWidth(1) + (2 * i + j) * bar.gap + j * bar.width) * em;
      const full = Math.min(1, Math.max(0, share)) * height;
      return [
        { kind: 'scale', d: box(at, top + height, width, height) },
        ...(full > 0 ? [{ kind: 'size' as const, d: box(at, top + height, width, Math.max(1, full)) }] : []),
      ];
    }),
  );
}

/**
 * A step as it is drawn in a picture: arrows, look-ahead points and sizes, in pixels. Directions are true; the move itself
 * is true to scale, other arrows are on a logarithmic scale with the size of gradients beside them.
 *
 * @param stands where the optimizer is now
 * @param start where it began
 * @param em the font size in pixels
 * @param written how a number is written
 */
export function drawStep(
  picture: StepPicture,
  plot: Plot,
  stands: Point,
  start: Point,
  em: number,
  written: (value: number) => string,
): Drawing {
  const drawn = picture.vectors.flatMap((vector) => {
    const arrow = arrowOf(plot, vector, stands, em);
    return arrow === undefined ? [] : [{ vector, arrow }];
  });
  const arrows = drawn.map(({ arrow }) => arrow);
  const places = [stands, start].flatMap(({ x, y }) => {
    const place = plot.place(x, y);
    return place !== undefined && Number.isFinite(place.x + place.y) ? [place] : [];
  });
  const lines = [...arrows.flatMap(linesOf), ...places.flatMap((place) => spokesOf(place, markerRadius * em))];
  const marks = drawn.map(({ vector, arrow }) => markOf(vector.kind, arrow));
  const notes = drawn.flatMap(({ vector: { kind, x, y }, arrow }) => {
    const note = kind === 'gradient' ? noteBeside(arrow, written(Math.hypot(x, y)), em, lines, plot.room) : undefined;
    return note === undefined ? [] : [note];
  });
  const { before, behind } = picture;
  const leads = [
    ...picture.ahead.map((to) => ({ from: before, to })),
    ...(behind ? [{ from: behind, to: before }] : []),
  ];
  const ahead = leads.flatMap(({ from, to }): InkMark[] => {
    const at = plot.place(to.x, to.y);
    const way = lineOn(plot, from, { x: to.x - from.x, y: to.y - from.y });
    const isSeen = at !== undefined && way?.isWhole === true;
    return isSeen
      ? [
          { kind: 'leads', d: pathText(way.points) },
          { kind: 'lookahead', d: ring(at, ringRadius * em) },
        ]
      : [];
  });
  const marker = plot.place(stands.x, stands.y);
  const isBare = marker === undefined || picture.sizes.length === 0;
  const place = isBare ? undefined : barsPlace(picture.sizes.length, marker, arrows, em);
  const bars = place === undefined ? [] : barsOf(picture.sizes, place, em);
  const heads = arrows.flatMap(({ head: tip }) => (tip === undefined ? [] : [around(tip)]));
  return { marks: [...ahead, ...marks, ...bars], notes, free: place === undefined ? heads : [...heads, place] };
}
