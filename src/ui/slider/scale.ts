import { axisOf, type Quantity } from '../../formula/quantity.ts';

/** Arrow-key steps in a tenfold change. */
const stepsPerDecade = 20;
/** Arrow-key steps that a linear slider has, about. */
const linearSteps = 100;
/** Steps of a page key. */
const page = 10;

const clamp = (value: number, lo: number, hi: number): number => Math.min(Math.max(value, lo), hi);

/** 1, 2 or 5 times a power of ten, near `size`. */
const roundSize = (size: number): number => {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = size / power;
  return (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10) * power;
};

/** What an arrow key adds on the axis. */
const arrow = ({ min, max, scale, integer }: Quantity): number => {
  if (scale !== 'linear') return 1 / stepsPerDecade;
  const size = roundSize((max - min) / linearSteps);
  return integer === true ? Math.max(1, Math.round(size)) : size;
};

const multipleOf = (value: number, size: number): number =>
  Number((Math.round(value / size) * size).toFixed(clamp(2 - Math.floor(Math.log10(size)), 0, 20))) + 0;

/** A value with as many digits as a person would write; `digits` significant ones on the logarithmic scales. */
function tidy(quantity: Quantity, value: number, digits: number): number {
  const { scale, integer } = quantity;
  if (scale === 'linear') {
    const size = arrow(quantity) / (digits > 2 ? 10 : 1);
    return multipleOf(value, integer === true ? Math.max(1, Math.round(size)) : size);
  }
  const rounded =
    scale === 'log' ? Number(value.toPrecision(digits)) : Number((1 - Number((1 - value).toPrecision(2))).toFixed(12));
  return integer === true ? Math.round(rounded) : rounded;
}

const inRange = ({ min, max }: Quantity, value: number): number => clamp(value, min, max);

/** The slider's ends on its axis. */
const endsOf = ({ min, max, scale }: Quantity): readonly [lo: number, hi: number] => [
  axisOf[scale].to(min),
  axisOf[scale].to(max),
];

/** Where a value stands on the slider, 0 … 1; values beyond the range stand at its ends. */
export function positionOf(quantity: Quantity, value: number): number {
  const [lo, hi] = endsOf(quantity);
  if (!(hi > lo)) return 0;
  return (axisOf[quantity.scale].to(inRange(quantity, value)) - lo) / (hi - lo);
}

/** The value under a position of the slider, 0 … 1, in digits that people can read; exact at both ends. */
export function valueAt(quantity: Quantity, position: number): number {
  if (position <= 0) return quantity.min;
  if (position >= 1) return quantity.max;
  const [lo, hi] = endsOf(quantity);
  return inRange(quantity, tidy(quantity, axisOf[quantity.scale].from(lo + position * (hi - lo)), 3));
}

/** Where a value lies to the slider's range; outside, it is legal but cannot be shown on it. */
export type Side = 'below' | 'inside' | 'above';

export const sideOf = ({ min, max }: Quantity, value: number): Side =>
  value < min ? 'below' : value > max ? 'above' : 'inside';

export const isBeyond = (quantity: Quantity, value: number): boolean => sideOf(quantity, value) !== 'inside';

/** The side on which people are told that a value lies; not of a default, which nobody chose, as 0 on a log scale. */
export const warnedSide = (quantity: Quantity, value: number): Side =>
  value === quantity.initial ? 'inside' : sideOf(quantity, value);

/**
 * The value that an arrow key leads to: the next round one in that direction, so that pressing back returns to where
 * one was. A value beyond the range comes back to the nearer end, and never goes farther.
 */
export function stepFrom(quantity: Quantity, value: number, direction: 1 | -1): number {
  const { scale, min, max } = quantity;
  if (direction * (value - (direction > 0 ? max : min)) >= 0) return value;
  if (isBeyond(quantity, value)) return direction > 0 ? min : max;
  const size = arrow(quantity);
  const { to, from } = axisOf[scale];
  let k = Math.round(to(value) / size) - 2 * direction;
  for (let tries = 0; tries < 200; tries += 1, k += direction) {
    const next = inRange(quantity, tidy(quantity, from(k * size), 2));
    if (direction * (next - value) > Math.abs(value) * 1e-9) return next;
  }
  return direction > 0 ? max : min;
}

/** The value that a key of a slider leads to; undefined where the key is none of its keys. */
export function valueAfterKey(quantity: Quantity, value: number, key: string): number | undefined {
  const steps = (count: number, direction: 1 | -1): number =>
    Array.from({ length: count }).reduce<number>((at) => stepFrom(quantity, at, direction), value);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return steps(1, 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return steps(1, -1);
    case 'PageUp':
      return steps(page, 1);
    case 'PageDown':
      return steps(page, -1);
    case 'Home':
      return quantity.min;
    case 'End':
      return quantity.max;
    default:
      return undefined;
  }
}
