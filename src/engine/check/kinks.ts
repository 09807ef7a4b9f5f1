import type { Gate } from '../../formula/circuit.ts';
import type { Trace } from '../../formula/trace.ts';
import type { Sides } from './difference.ts';

/** A gate whose slope changes at once between x − h and x + h. */
export interface Kink {
  readonly gate: Gate;
  /** True where the point itself is on it. */
  readonly isExact: boolean;
  /** True where not only the slope changes, but the value. */
  readonly jumps: boolean;
}

const jumping = new Set(['floor', 'sign', 'atan2']);
const bent = new Set(['abs', 'sign', 'relu']);
const routing = new Set(['max', 'min']);

type Values = Float64Array;

const valueOf = (values: Values, { index }: Gate): number => values[index] as number;

/** On which piece of its graph a gate is, as a text to compare; and whether it is exactly where two pieces meet. */
function piece({ node, args }: Gate, values: Values, own: number): { at: string; isExact: boolean } {
  const given = args.map(({ argument }) => valueOf(values, argument));
  const [first = 0, second = 0] = given;
  if (bent.has(node.op)) return { at: String(Math.sign(first)), isExact: first === 0 };
  if (node.op === 'floor') return { at: String(own), isExact: first === own };
  if (routing.has(node.op)) {
    const chosen = given.map((value) => value === own);
    return { at: chosen.join(), isExact: chosen.filter(Boolean).length > 1 };
  }
  // The cut of the angle: from π to −π where x < 0 and y passes 0.
  if (node.op === 'atan2') return { at: String(second < 0 && first < 0), isExact: second < 0 && first === 0 };
  return { at: '', isExact: false };
}

/** The gates of abs, sign, relu, floor, max, min and atan2 that have a kink or a jump within reach of a difference. */
export function kinksBetween({ circuit, values }: Trace, { up, down }: Sides): Kink[] {
  const found: Kink[] = [];
  for (const gate of circuit.gates) {
    const [here, above, below] = [values, up, down].map((each) => piece(gate, each, valueOf(each, gate)));
    if (here === undefined || (here.at === above?.at && here.at === below?.at)) continue;
    found.push({ gate, isExact: here.isExact, jumps: jumping.has(gate.node.op) });
  }
  return found;
}
