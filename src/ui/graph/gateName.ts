import type { Circuit, Gate } from '../../formula/circuit.ts';
import { signText } from './notation.ts';

/** How a gate is called in a sentence: the names that the program has for it, or its sign and place. */
export const gateName = (gate: Gate): string => gate.names.join(' = ') || `${signText(gate)} #${gate.index + 1}`;

/** How the result is called where its derivatives are written: its first name, or f. */
export const resultName = ({ result }: Circuit): string => result.names[0] ?? 'f';
