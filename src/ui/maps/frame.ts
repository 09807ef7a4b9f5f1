import { axisTicks } from '../../scene/geometry/axisTicks.ts';
import { placeOn, type SweepAxis } from '../../sweep/axis.ts';
import { axisNumber } from '../axisNumber.ts';
import type { Ink } from '../ink.ts';

/** Where a map lies in its element, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Tick {
  readonly place: number;
  readonly label: string;
}

const decays = [0, 0.5, 0.9, 0.99, 0.999, 0.9999];

const powers = ({ from, to }: SweepAxis): number[] => {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(`1e${first + i}`));
};

const thinned = <T>(items: readonly T[], most: number): readonly T[] => {
  const each = Math.ceil(items.length / Math.max(1, most));
  return items.filter((_, i) => i % each === 0);
};

/** Round values of an axis, at most so many, where they stand on it. */
export function ticksOf(axis: SweepAxis, most: number): readonly Tick[] {
  const inside = (value: number): boolean => value >= axis.from && value <= axis.to;
  const special = axis.scale === 'log' ? powers(axis) : axis.scale === 'decay' ? decays.filter(inside) : [];
  const values = special.length >= 2 ? special : axisTicks(axis.from, axis.to, most);
  return thinned(values, most).map((value) => ({ place: placeOn(axis, value), label: axisNumber(value) }));
}

/** The part of an element that a map fills, beside its numbers. */
export function boxIn(width: number, height: number, em: number): Box {
  const [left, right, top, bottom] = [em * 2.9, em * 0.6, em * 0.4, em * 1.55];
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

/** The name of the upward axis at its end; along the axis where it is longer than the room beside it. */
function drawUpName(context: CanvasRenderingContext2D, name: string, left: number, top: number, em: number): void {
  context.textBaseline = 'top';
  if (context.measureText(name).width < left - em * 0.6) {
    context.fillText(name, left - em * 0.45, top);
    return;
  }
  context.save();
  context.translate(left - em * 2.7, top);
  context.rotate(-Math.PI / 2);
  context.fillText(name, 0, 0);
  context.restore();
}

/** Numbers beside a map, and the names of its axes at their ends. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: Box,
  [across, up]: readonly [SweepAxis, SweepAxis],
  ink: Ink,
): void {
  const { em } = ink;
  const bottom = top + height;
  context.save();
  context.font = `${em}px ${ink.family}`;
  context.fillStyle = ink.quiet;
  context.strokeStyle = ink.quiet;
  context.lineWidth = 1;
  context.beginPath();
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const name = across.name.replace('start.', '');
  const nameWidth = context.measureText(name).width;
  for (const { place, label } of ticksOf(across, Math.min(6, width / (em * 4)))) {
    const x = left + place * width;
    context.moveTo(x, bottom);
    context.lineTo(x, bottom + em * 0.3);
    const half = context.measureText(label).width / 2;
    if (x + half < left + width - nameWidth - em * 0.4)
      context.fillText(label, Math.max(x, left + half - em), bottom + em * 1.3);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { place, label } of ticksOf(up, Math.min(6, height / (em * 2.5)))) {
    const y = bottom - place * height;
    context.moveTo(left, y);
    context.lineTo(left - em * 0.3, y);
    if (y > top + em * 1.4) context.fillText(label, left - em * 0.45, Math.min(y, bottom - em * 0.3));
  }
  context.stroke();
  context.fillStyle = ink.text;
  context.textBaseline = 'alphabetic';
  context.fillText(name, left + width, bottom + em * 1.3);
  drawUpName(context, up.name.replace('start.', ''), left, top, em);
  context.strokeStyle = ink.line;
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
  context.restore();
}
