import type { Circuit, Gate } from '../../formula/circuit.ts';
import { type Path, inputGate } from '../../formula/paths.ts';
import { gateName } from '../graph/gateName.ts';

/** The indices of all wires on paths from the result to an input. */
export function wiresTo(circuit: Circuit, input: string): number[] {
  const goal = inputGate(circuit, input);
  if (goal === undefined) return [];
  const leads = new Set<Gate>([goal]);
  const found: number[] = [];
  for (const gate of circuit.gates) {
    for (const wire of gate.args) {
      if (!leads.has(wire.argument)) continue;
      leads.add(gate);
      found.push(wire.index);
    }
  }
  return found;
}

/** Gates of a long path that are named at its beginning and at its end. */
const [named, last] = [5, 3];

/** The gates that a path goes through, the result first; the middle of a long path is left out. */
export function wayOf({ result }: Circuit, { wires }: Path): string {
  const gates = [result, ...wires.map(({ argument }) => argument)].map(gateName);
  const isLong = gates.length > named + last + 1;
  return (isLong ? [...gates.slice(0, named), '…', ...gates.slice(-last)] : gates).join(' → ');
}

/** How many times as many, in words of two digits: 1.2, 15, 9.2e18. */
export function timesText(more: bigint, fewer: number): string {
  const digits = more.toString();
  const leading = Number(digits.slice(0, 17)) / fewer;
  const exponent = digits.length - Math.min(17, digits.length);
  const [mantissa = '', power = '0'] = leading.toExponential(1).split('e');
  const total = Number(power) + exponent;
  return total < 4 ? String(Number(`${mantissa}e${total}`)) : `${mantissa}e${total}`;
}

const edgesAYear = 1_000_000_000n * 31_557_600n;

/** Years that so many edges take at a billion a second; undefined below one. */
export const yearsOf = (edges: bigint): bigint | undefined => {
  const years = edges / edgesAYear;
  return years === 0n ? undefined : years;
};
