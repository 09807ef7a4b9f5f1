import type { Code } from '../../formula/emit/code.ts';
import type { InitialisationId } from '../initial.ts';
import type { Frame } from '../kernels/frame.ts';

/** The nonlinearity of hidden layers: a = f(z). */
export interface ActivationFunction {
  /** As the field calls it, in every language. */
  readonly name: string;
  /** f(z) in the language of formulas. */
  readonly formula: string;
  /** f(z), of two numbers at once; z is a local that may be overwritten. */
  readonly value: (frame: Frame, z: number) => Code;
  /** d·f'(z), the slope written in a. */
  readonly product: (frame: Frame, d: Code, a: Code) => Code;
  /** Where units learn nothing though they should: a slope below 1% of the steepest, except left of 0 by design. */
  readonly isFlat: (a: number) => boolean;
  /** The module of torch.nn. */
  readonly torch: string;
  /** The weights that suit it. */
  readonly initial: InitialisationId;
}
