import type { Quantity } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';

export { count, decay, named, rate, slider } from '../formula/quantity.ts';

/** A schedule of lr (names: lr, the rate that the reader set; s, the steps already taken) or of mu (mu and s). */
export interface Schedule<Id extends string = string, Param extends string = string> {
  readonly id: Id;
  readonly name: Text;
  readonly params: Readonly<Record<Param, Quantity>>;
  /** The scheduled value as a formula. */
  readonly formula: string;
  readonly teaches: Text;
}

/** Declares a schedule; keeps the literal types of its id and parameters, so that a wrong one fails to compile. */
export const schedule = <const Id extends string, const Param extends string>(
  definition: Schedule<Id, Param>,
): Schedule<Id, Param> => definition;

/** A choice of schedule with a value for each of its parameters, as the Scene holds it. */
export type SettingsOf<S> = S extends Schedule<infer Id, infer Param> ? { kind: Id } & { [P in Param]: number } : never;
