import type { Sheet } from './picture.ts';
import type { Colour } from './palette.ts';
import { paintSquare } from './grey.ts';

/** A square picture and what is written below it. */
export interface Square {
  readonly side: number;
  readonly numbers: ArrayLike<number>;
  readonly colour: (value: number) => Colour;
  readonly words?: string;
}

/** The columns with which so many squares are largest in a rectangle. */
function columnsFor(count: number, width: number, height: number): number {
  let best = 1;
  let largest = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const size = Math.min(width / columns, height / Math.ceil(count / columns));
    if (size > largest) [best, largest] = [columns, size];
  }
  return best;
}

const scratch = document.createElement('canvas');

/** Draws squares in rows, as large as they fit between `top` and `bottom`; with words below, one row of as many as have room. */
export function drawSquares(
  { context, width, em, ink }: Sheet,
  all: readonly Square[],
  top: number,
  bottom: number,
): void {
  context.font = `${Math.round(em)}px ${ink.family}`;
  const widths = all.map(({ words }) => (words === undefined ? 0 : context.measureText(words).width + em * 0.3));
  const room = Math.max(0, ...widths);
  const hasWords = room > 0;
  const squares = hasWords ? all.slice(0, Math.max(1, Math.floor(width / room))) : all;
  if (squares.length === 0) return;
  const columns = hasWords ? squares.length : columnsFor(squares.length, width, bottom - top);
  const rows = Math.ceil(squares.length / columns);
  const below = hasWords ? em * 1.25 : 0;
  const pitch = Math.min(width / columns, (bottom - top) / rows - below);
  const gap = Math.max(1, Math.round(pitch * 0.06));
  const size = Math.floor(pitch - gap);
  if (size < 1) return;
  const across = Math.max(pitch, room);
  const left = (width - columns * across) / 2;
  const high = top + (bottom - top - rows * (pitch + below)) / 2;
  context.imageSmoothingEnabled = false;
  squares.forEach(({ side, numbers, colour, words }, i) => {
    scratch.width = side;
    scratch.height = side;
    const paper = scratch.getContext('2d') as CanvasRenderingContext2D;
    const image = paper.createImageData(side, side);
    paintSquare(image.data, numbers, colour);
    paper.putImageData(image, 0, 0);
    const x = Math.round(left + ((i % columns) + 0.5) * across - size / 2);
    const y = Math.round(high + Math.floor(i / columns) * (pitch + below) + gap / 2);
    context.drawImage(scratch, x, y, size, size);
    if (words === undefined) return;
    context.fillStyle = ink.text;
    context.textAlign = 'center';
    context.textBaseline = 'top';
    context.fillText(words, x + size / 2, y + size + em * 0.1);
  });
}
