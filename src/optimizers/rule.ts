import type { Quantity } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';
import type { Torch } from './torch.ts';

export { decay, named, rate, shrinkage, slider, tiny } from '../formula/quantity.ts';

export type Glyph =
  | 'circle'
  | 'triangle'
  | 'square'
  | 'diamond'
  | 'pentagon'
  | 'hexagon'
  | 'star'
  | 'cross'
  | 'wedge'
  | 'spark'
  | 'bar'
  | 'slab'
  | 'hourglass'
  | 'chevron'
  | 'dome'
  | 'drop'
  | 'moon';

/** How an optimizer is told apart: colour in both themes, marker shape, dash ([] is solid; lengths in line widths). */
export interface Mark {
  readonly light: string;
  readonly dark: string;
  readonly glyph: Glyph;
  readonly dash: readonly number[];
}

/** Another convention of the same rule. */
export interface Variant {
  readonly label: Text;
  readonly formula: string;
  /** What the default form calls x, in this form's names, where it is the same path in another variable. */
  readonly variable?: string;
  /** The class of torch.optim that is this form; absent where none is. */
  readonly torch?: Torch;
}

/** An optimizer: an elementwise update rule over x, g, lr, mu, t, its state and its hyperparameters. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly name: Text;
  /** Names that keep their value from step to step and start at 0. */
  readonly state: readonly string[];
  /** Hyperparameters; `lr` is always among them. */
  readonly hyper: Readonly<Record<string, Quantity>>;
  /** The lr that networks open with: with it the rule learns the data that the page offers. */
  readonly networkRate: number;
  readonly formula: string;
  /**
   * The rate from which the rule is unstable on a quadratic, a formula of `lambda`, its largest second derivative, and of
   * hyperparameters other than lr: the same for every variant. Absent where the rule has no such rate.
   */
  readonly stability?: string;
  /** The class of torch.optim that is the default form; absent where none is. */
  readonly torch?: Torch;
  /** What the default form is called beside its variants. */
  readonly label: Text;
  readonly variants: Readonly<Record<string, Variant>>;
  readonly mark: Mark;
  readonly source: string;
  readonly teaches: Text;
}

/** Declares a rule; keeps the id's literal type so that a wrong id fails to compile. */
export const rule = <const Id extends string>(definition: Rule<Id>): Rule<Id> => definition;
