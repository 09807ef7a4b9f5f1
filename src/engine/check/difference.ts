import { forward, type Trace } from '../../formula/trace.ts';

/** A circuit's gates at x + h and x − h, x being one of its inputs. */
export interface Sides {
  /** The numbers that x + h and x − h really are. */
  readonly above: number;
  readonly below: number;
  /** The values of all gates there. */
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/** What differences of the result say about a slope. */
export interface Slopes {
  /** (f(x + h) − f(x − h)) / 2h. */
  readonly central: number;
  /** (f(x + h) − f(x)) / h. */
  readonly right: number;
  /** (f(x) − f(x − h)) / h. */
  readonly left: number;
}

/** The numbers of a trace's inputs by name. */
export const inputsOf = ({ named, circuit }: Trace): Record<string, number> =>
  Object.fromEntries([...circuit.inputs.keys()].map((name) => [name, named.get(name)?.value as number]));

export function sidesOf({ circuit }: Trace, inputs: Readonly<Record<string, number>>, name: string, h: number): Sides {
  const x = inputs[name] as number;
  const [above, below] = [x + h, x - h];
  return {
    above,
    below,
    up: forward(circuit, { ...inputs, [name]: above }),
    down: forward(circuit, { ...inputs, [name]: below }),
  };
}

/** Differences over the distance between the points as they really are, since x + h is rounded too; NaN where it is 0. */
export function slopesOf({ circuit, values }: Trace, x: number, { above, below, up, down }: Sides): Slopes {
  const { index } = circuit.result;
  const [high, middle, low] = [up[index], values[index], down[index]] as [number, number, number];
  return {
    central: (high - low) / (above - below),
    right: (high - middle) / (above - x),
    left: (middle - low) / (x - below),
  };
}

/** |a − n| / max(|a|, |n|), 0 where both are 0: 2 at most, where the sign is wrong; NaN where one of them is not finite. */
export const relativeError = (analytic: number, numeric: number): number =>
  analytic === 0 && numeric === 0 ? 0 : Math.abs(analytic - numeric) / Math.max(Math.abs(analytic), Math.abs(numeric));

/**
 * How far rounding may put the result off: ε·Σ|value × gradient| over the gates, each of which rounds its value once, and
 * hands that on by its gradient. Linnainmaa 1976, doi:10.1007/BF01931367.
 */
export function rounding({ circuit, values, gradients }: Trace): number {
  let sum = 0;
  for (const { index, args } of circuit.gates) {
    const share = args.length === 0 ? 0 : Math.abs((values[index] as number) * (gradients[index] as number));
    if (Number.isFinite(share)) sum += share;
  }
  return Number.EPSILON * sum;
}
