import type { Quantity } from '../src/formula/quantity.ts';
import type { Text } from '../src/formula/text.ts';

export { slider } from '../src/formula/quantity.ts';

/** A point whose coordinates are formulas of the surface's parameters, so that it moves with their sliders. */
export type PointFormula = readonly [x: string, y: string];

/** One row of data: an input t and its target u. */
export type Row = readonly [t: number, u: number];

/** The data behind a loss that is a mean over rows. */
export interface Samples {
  readonly rows: readonly Row[];
  /** The loss of one row, a formula of x, y, t, u and the surface's parameters. */
  readonly formula: string;
  /** True where the surface's own formula is this one for every row, one after the other, and not a shorter equal. */
  readonly isWrittenOut?: true;
}

/** A loss surface: everything that the page, the engine and the tests need to know about one function of x and y. */
export interface Surface<Id extends string = string> {
  readonly id: Id;
  readonly name: Text;
  /** f(x, y) in the formula language; free names other than x and y are `params`. */
  readonly formula: string;
  readonly params: Readonly<Record<string, Quantity>>;
  /** The part that is drawn: [x from, x to, y from, y to]. Runs may leave it. */
  readonly domain: readonly [number, number, number, number];
  /** Every local minimum inside the domain. */
  readonly minima: readonly PointFormula[];
  readonly saddles: readonly PointFormula[];
  /** Where f is the mean of a loss over rows of data: the rows, and the loss of one. */
  readonly samples?: Samples;
  /** True where the gradient does not exist at the minima (a cone, say). */
  readonly sharp?: true;
  /** The default start, then other instructive ones; at least three. */
  readonly starts: readonly (readonly [number, number])[];
  /** Steps of a run by default. */
  readonly steps: number;
  /** How loss becomes height: as it is, or log(1 + k·loss) for surfaces that span decades. */
  readonly height: 'linear' | 'log';
  /** The direction the default view looks from: azimuth in degrees from −y towards +x, elevation in degrees above the ground. */
  readonly camera: { readonly azimuth: number; readonly elevation: number };
  /** The paper or book it comes from. */
  readonly source: string;
  /** One sentence on what it teaches. */
  readonly teaches: Text;
}

/** Declares a surface; keeps the id's literal type so that a wrong id fails to compile. */
export const surface = <const Id extends string>(definition: Surface<Id>): Surface<Id> => definition;
