import type { Ink } from './ink.ts';

/** Where a plot lies in its element, in CSS pixels. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A number beside a plot, and where it stands along the edge, in CSS pixels of the element. */
export interface PlotTick {
  readonly at: number;
  readonly label: string;
}

/** Room that the names of the axes take from the numbers, in CSS pixels from the right end and from the top. */
export interface Taken {
  readonly right: number;
  readonly top: number;
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Ticks with their numbers, below a plot and to the left of it; a number for which a name leaves no room is left out. */
export function drawTicks(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: PlotBox,
  across: readonly PlotTick[],
  up: readonly PlotTick[],
  { em, family, quiet }: Ink,
  taken: Taken = { right: 0, top: 0 },
): void {
  const [right, bottom] = [left + width, top + height];
  context.save();
  context.font = `${em}px ${family}`;
  context.fillStyle = quiet;
  context.strokeStyle = quiet;
  context.lineWidth = 1;
  context.beginPath();
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const { at, label } of across) {
    context.moveTo(at, bottom);
    context.lineTo(at, bottom + em * 0.3);
    const half = context.measureText(label).width / 2;
    if (taken.right > 0 && at + half > right - taken.right) continue;
    context.fillText(label, between(at, left + half - em, right + em * 0.7 - half), bottom + em * 1.35);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { at, label } of up) {
    context.moveTo(left, at);
    context.lineTo(left - em * 0.3, at);
    if (at < top + taken.top) continue;
    const middle = between(at, top + em * 0.1, bottom - em * 0.3);
    context.fillText(label, left - em * 0.5, middle, left - em * 0.5);
  }
  context.stroke();
  context.restore();
}
