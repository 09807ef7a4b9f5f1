import { axisTicks } from '../../scene/geometry/axisTicks.ts';
import { placeOn, type SweepAxis } from '../../sweep/axis.ts';
import { axisNumber } from '../axisNumber.ts';
import { drawTicks, type PlotBox } from '../drawTicks.ts';
import type { Ink } from '../ink.ts';

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

const nameOf = ({ name }: SweepAxis): string => name.replace('start.', '');

/** The most numbers beside an axis. */
const most = 6;
/** Names of the upward axis that are longer stand along it. */
const longest = 2.9;
/** Between the longest number and the ends of its room. */
const gaps = 0.6;

/** What the numbers of the upward axis take, and its name; it does not depend on the map's size, which depends on it. */
export function leftOf(up: SweepAxis, em: number, widthOf: (text: string) => number): number {
  const numbers = Math.max(em, ...ticksOf(up, most).map(({ label }) => widthOf(label)));
  const name = widthOf(nameOf(up));
  return Math.ceil((name > longest * em ? numbers + 1.2 * em : Math.max(numbers, name)) + gaps * em);
}

/** The part of an element that a map fills, beside its numbers. */
export function boxIn(width: number, height: number, em: number, left: number): PlotBox {
  const [right, top, bottom] = [em * 0.6, em * 0.4, em * 1.55];
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

/** The name of the upward axis at its end; along the axis where it is longer than the room beside it. */
function drawUpName(context: CanvasRenderingContext2D, name: string, left: number, top: number, em: number): void {
  context.textBaseline = 'top';
  if (context.measureText(name).width <= longest * em) {
    context.fillText(name, left - em * 0.45, top);
    return;
  }
  context.save();
  context.translate(em * 0.1, top);
  context.rotate(-Math.PI / 2);
  context.fillText(name, 0, 0);
  context.restore();
}

/** Numbers beside a map, and the names of its axes at their ends. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  [across, up]: readonly [SweepAxis, SweepAxis],
  ink: Ink,
): void {
  const { left, top, width, height } = box;
  const { em } = ink;
  const bottom = top + height;
  context.save();
  context.font = `${em}px ${ink.family}`;
  const right = context.measureText(nameOf(across)).width + em * 0.4;
  drawTicks(
    context,
    box,
    ticksOf(across, Math.min(most, width / (em * 4))).map(({ place, label }) => ({ at: left + place * width, label })),
    ticksOf(up, Math.min(most, height / (em * 2.5))).map(({ place, label }) => ({
      at: bottom - place * height,
      label,
    })),
    ink,
    { right, top: em * 1.7 },
  );
  context.fillStyle = ink.text;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  context.fillText(nameOf(across), left + width, bottom + em * 1.35);
  drawUpName(context, nameOf(up), left, top, em);
  context.strokeStyle = ink.line;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
  context.restore();
}
