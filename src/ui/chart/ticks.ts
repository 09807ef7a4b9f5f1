import { axisNumber } from '../axisNumber.ts';
import { axisTicks } from '../../scene/geometry/axisTicks.ts';
import { type Scale, plotted } from './scale.ts';

/** A mark on the chart's upward axis: where it stands on the chart, and what it says. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to a whole power as people write it: 1, 10, 10³, 10⁻⁴. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

const decades = (bottom: number, top: number, count: number): number[] => {
  const first = Math.ceil(bottom - 1e-9);
  const last = Math.floor(top + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first) / Math.max(1, count)));
  const ticks: number[] = [];
  for (let exponent = Math.ceil(first / stride) * stride; exponent <= last; exponent += stride)
    ticks.push(exponent + 0);
  return ticks;
};

function logTicks(bottom: number, top: number, count: number): Tick[] {
  const powers = decades(bottom, top, count);
  if (powers.length >= 3) return powers.map((at) => ({ at, label: powerOfTen(at) }));
  const fine = [1, 2, 5].flatMap((digit) => decades(bottom - 1, top, 100).map((power) => Number(`${digit}e${power}`)));
  const inside = (values: number[]): Tick[] =>
    values
      .map((value) => ({ at: Math.log10(value), label: axisNumber(value) }))
      .filter(({ at }) => at >= bottom && at <= top)
      .sort((a, b) => a.at - b.at);
  const rough = inside(fine);
  return rough.length >= 3 ? rough : inside(axisTicks(10 ** bottom, 10 ** top, count).filter((value) => value > 0));
}

function asinhTicks(scale: Scale, bottom: number, top: number, count: number): Tick[] {
  const { unit } = scale;
  const [low, high] = [Math.sinh(bottom) * unit, Math.sinh(top) * unit];
  if (Math.max(Math.abs(bottom), Math.abs(top)) < 2)
    return axisTicks(low, high, count).map((value) => ({ at: Math.asinh(value / unit), label: axisNumber(value) }));
  const least = Math.ceil(Math.log10(unit));
  const most = Math.min(308, Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)))));
  const exponents = Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);
  const power = (sign: string, exponent: number): Tick => ({
    at: Math.asinh(Number(`${sign}1e${exponent}`) / unit),
    label: `${sign.replace('-', '−')}${powerOfTen(exponent)}`,
  });
  return [
    ...exponents.map((exponent) => power('-', exponent)).reverse(),
    { at: 0, label: '0' },
    ...exponents.map((exponent) => power('', exponent)),
  ].filter(({ at }) => at >= bottom && at <= top);
}

/** Ticks where the chart cuts values off: at the top 「> …」, at the bottom 「≤ …」. */
function cutTicks(scale: Scale): Tick[] {
  const tick = (value: number, sign: string): Tick => {
    const isPower = Number.isInteger(Math.log10(Math.abs(value)));
    const size = isPower ? powerOfTen(Math.log10(Math.abs(value))) : axisNumber(Number(Math.abs(value).toPrecision(2)));
    return { at: plotted(scale, value + scale.offset) as number, label: `${sign}${value < 0 ? '−' : ''}${size}` };
  };
  return [...(scale.isCutBelow ? [tick(scale.from, '≤')] : []), ...(scale.isCutAbove ? [tick(scale.to, '>')] : [])];
}

/** About `count` ticks, or fewer, between the chart's bottom and top, and one wherever values are cut off. */
export function ticksOf(scale: Scale, [bottom, top]: readonly [number, number], count: number): Tick[] {
  const ticks = scale.kind === 'log' ? logTicks(bottom, top, count) : asinhTicks(scale, bottom, top, count);
  const cuts = cutTicks(scale);
  const room = (top - bottom) / Math.max(1, count) / 2;
  const kept = [...cuts];
  for (const tick of ticks) if (kept.every(({ at }) => Math.abs(at - tick.at) >= room)) kept.push(tick);
  return kept.sort((a, b) => a.at - b.at);
}
