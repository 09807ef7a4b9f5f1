import type { Quantity } from '../../formula/quantity.ts';
import type { Limits } from '../../state/field.ts';
import type { StripOf } from '../../state/maps/strips.ts';
import { limitsOf, writeNumber } from './number.ts';
import type { Side } from './scale.ts';

/** A value that is marked on a slider. */
export interface SliderMark {
  readonly value: number;
  /** What it is, in words that say so where it lies beyond the slider. */
  words(side: Side): string;
}

/**
 * A slider in leva's schema. The value is called `initial`, as leva drops what stands beside a key named `value`;
 * `reset` is where a double-click leads.
 */
export interface SliderInput {
  readonly initial: number;
  readonly reset: number;
  readonly quantity: Quantity;
  /** The name that assistive technology reads: "Adam, learning rate lr". */
  readonly spoken: string;
  /** What may be typed, where it is not what the quantity says. */
  readonly limits?: Limits;
  /** The value that is marked at this moment, where one is; asked again whenever the playback or the runs change. */
  mark?(): SliderMark | undefined;
  /** Whose runs over the slider's range are shown under it. */
  readonly strip?: StripOf;
}

export type SliderSettings = Omit<SliderInput, 'initial' | 'limits'> & { readonly limits: Limits };

export const normalise = ({ initial, limits, ...rest }: SliderInput): { value: number; settings: SliderSettings } => ({
  value: initial,
  settings: { ...rest, limits: limits ?? limitsOf(rest.quantity) },
});

/** Leva asks before it keeps a value: what is no number changes nothing. */
export const sanitise = (value: unknown, _: SliderSettings, before: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : before;

export const format = (value: number): string => writeNumber(value);
