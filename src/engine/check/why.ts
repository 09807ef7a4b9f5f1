import { nonFinite } from '../../formula/nonFinite.ts';
import type { Text } from '../../formula/text.ts';
import { type Trace, traceOf } from '../../formula/trace.ts';
import type { InputCheck } from './check.ts';
import { inputsOf } from './difference.ts';

/** Where something is not defined, and why. */
export interface Undefined {
  /** At the point itself, or a step to one of its sides. */
  readonly place: 'point' | 'above' | 'below';
  readonly reason: Text;
}

/** Why a check found no number: the first reason at the point, else the first on the side where the result has none. */
export function whyUndefined(trace: Trace, { name, h }: InputCheck): Undefined | undefined {
  const inputs = inputsOf(trace);
  const x = inputs[name] as number;
  const places = { point: x, above: x + h, below: x - h };
  for (const [place, value] of Object.entries(places)) {
    const there = place === 'point' ? trace : traceOf(trace.circuit, { ...inputs, [name]: value });
    const origin = nonFinite(there)?.origins[0];
    if (origin !== undefined) return { place: place as Undefined['place'], reason: origin.reason };
  }
  return undefined;
}
