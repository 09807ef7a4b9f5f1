import type { ScheduleProgram } from '../../engine/column.ts';
import { python, pythonName, pythonNumber } from '../../formula/emit/python.ts';
import { freeNames } from '../../formula/names.ts';
import { parse } from '../../formula/parse.ts';
import type { Program } from '../../formula/syntax.ts';

export type Values = Readonly<Record<string, number>>;

/** A number as a tensor: arithmetic with it follows IEEE 754, as the formula language does. */
export const tensor = (value: number): string => `torch.tensor(${pythonNumber(value)})`;

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));

/** A program of the formula language as a Python function: its arguments, the values that it uses, what it returns. */
export interface Definition {
  readonly name: string;
  readonly args: readonly string[];
  readonly program: Program;
  readonly values: Values;
  /** Names that the script itself has a value for. */
  readonly outer?: readonly string[];
  /** Python source; by default the program's result. */
  readonly returns?: string;
  /** An argument besides those of the formula: the gradient at another point. */
  readonly takesGrad?: boolean;
}

export function defined({ name, args, program, values, outer = [], returns, takesGrad = false }: Definition): string[] {
  const used = freeNames(program).filter((free) => Object.hasOwn(values, free));
  const { lines, result } = python(program, [...args, ...outer, ...Object.keys(values)]);
  const parameters = [...args.map(pythonName), ...(takesGrad ? ['grad'] : [])].join(', ');
  return [
    `def ${name}(${parameters}):`,
    ...indented([
      ...used.map((free) => `${pythonName(free)} = ${tensor(values[free] as number)}`),
      ...lines,
      `return ${returns ?? result}`,
    ]),
  ];
}

/**
 * lr or mu in a script: what defines it, and the expression of its value where `s` holds the steps already taken. Where it
 * is changed on the way, its base value is a variable of the script in any case.
 */
export interface Scheduled {
  readonly variable: readonly string[];
  readonly definition: readonly string[];
  readonly at: string;
}

export function scheduled(
  name: 'lr' | 'mu',
  { formula, values }: ScheduleProgram,
  value: number,
  isChanged: boolean,
): Scheduled {
  const variable = [`${name} = ${tensor(value)}`];
  if (formula === name) return { variable, definition: [], at: name };
  const program = parse(formula);
  const given = isChanged ? { outer: [name], values } : { values: { ...values, [name]: value } };
  return {
    variable: isChanged ? variable : [],
    definition: defined({ name: `${name}_at`, args: ['s'], program, ...given }),
    at: `${name}_at(s)`,
  };
}
