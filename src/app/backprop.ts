import { programCircuit } from '../formula/circuit.ts';
import { FormulaError } from '../formula/errors.ts';
import type { Language, Text } from '../formula/text.ts';
import { pathCounts, wiresWalked } from '../formula/paths.ts';
import { traceOf } from '../formula/trace.ts';
import { described } from '../state/problem.ts';

/** A program at a point, with all that its backward pass finds. */
export interface Backprop {
  readonly result: number;
  /** Of every input and every name that the program assigns; a name that is both stands for the input. */
  readonly values: Readonly<Record<string, number>>;
  /** ∂result/∂name, by the same names; 0 where the result does not depend on it. */
  readonly gradients: Readonly<Record<string, number>>;
  /** How many paths lead from the result to each input. */
  readonly paths: Readonly<Record<string, bigint>>;
  /** Edges that are walked by following every path to every input, and by backpropagation, which walks each once. */
  readonly edgesWalked: { readonly paths: bigint; readonly backprop: number };
}

/** The number of an input that is not given: where the sliders of a typed formula start too. */
const missing = 1;

const sentences = {
  program: (found: unknown) => ({
    en: `program: expected a formula as text, found ${typeof found}`,
    zh: `program：应为公式文本，实际为 ${typeof found}`,
  }),
  unknown: (name: string, known: readonly string[]) => ({
    en: `inputs.${name}: the program has no such input; it has ${known.length === 0 ? 'none' : known.join(', ')}`,
    zh: `inputs.${name}：程序没有这个输入；${known.length === 0 ? '它没有输入' : `它的输入有 ${known.join('、')}`}`,
  }),
  inputs: (found: Text) => ({
    en: `inputs: expected an object, found ${found.en}`,
    zh: `inputs：应为一个对象，实际为 ${found.zh}`,
  }),
  number: (name: string, found: Text) => ({
    en: `inputs.${name}: expected a number, found ${found.en}`,
    zh: `inputs.${name}：应为数字，实际为 ${found.zh}`,
  }),
};

/**
 * Runs a program forward and backward. Inputs are the names that it uses before it assigns them; one that is not given
 * is 1. Throws an Error with a sentence in the reader's language for what is not a program or not an input.
 */
export function backpropOf(program: unknown, inputs: unknown, language: Language): Backprop {
  if (typeof program !== 'string') throw new Error(sentences.program(program)[language]);
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    throw new Error(sentences.inputs(described(inputs))[language]);
  const circuit = circuitFor(program, language);
  const known = [...circuit.inputs.keys()];
  const given: Record<string, number> = Object.fromEntries(known.map((name) => [name, missing]));
  for (const [name, value] of Object.entries(inputs)) {
    if (!circuit.inputs.has(name)) throw new Error(sentences.unknown(name, known)[language]);
    if (typeof value !== 'number') throw new Error(sentences.number(name, described(value))[language]);
    given[name] = value;
  }
  const trace = traceOf(circuit, given);
  const each = (of: 'value' | 'gradient'): Record<string, number> =>
    Object.fromEntries([...trace.named].map(([name, numbers]) => [name, numbers[of]]));
  return {
    result: trace.values[circuit.result.index] as number,
    values: each('value'),
    gradients: each('gradient'),
    paths: Object.fromEntries(pathCounts(circuit)),
    edgesWalked: wiresWalked(circuit),
  };
}

const circuitFor = (program: string, language: Language) => {
  try {
    return programCircuit(program);
  } catch (error) {
    throw error instanceof FormulaError ? new Error(error.sentence(language), { cause: error }) : error;
  }
};
