import type { ScheduleProgram } from '../../engine/column.ts';
import { python, pythonName, pythonNumber } from '../../formula/emit/python.ts';
import { freeNames } from '../../formula/names.ts';
import { parse } from '../../formula/parse.ts';
import type { Program } from '../../formula/syntax.ts';

type Values = Readonly<Record<string, number>>;

/** A number as a tensor: arithmetic with it follows IEEE 754, as the formula language does. */
const tensor = (value: number): string => `torch.tensor(${pythonNumber(value)})`;

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));

/** A program of the formula language as a Python function: its arguments, the values that it uses, what it returns. */
export interface Definition {
  readonly name: string;
  readonly args: readonly string[];
  readonly program: Program;
  readonly values: Values;
  /** Python source; by default the program's result. */
  readonly returns?: string;
  /** An argument besides those of the formula: the gradient at another point. */
  readonly takesGrad?: boolean;
}

export function defined({ name, args, program, values, returns, takesGrad = false }: Definition): string[] {
  const used = freeNames(program).filter((free) => Object.hasOwn(values, free));
  const { lines, result } = python(program, [...args, ...Object.keys(values)]);
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

/** lr or mu in a script: what defines it, and the expression of its value where `s` holds the steps already taken. */
export interface Scheduled {
  readonly definition: readonly string[];
  readonly at: string;
}

export function scheduled(name: 'lr' | 'mu', { formula, values }: ScheduleProgram, value: number): Scheduled {
  if (formula === name) return { definition: [`${name} = ${tensor(value)}`], at: name };
  const program = parse(formula);
  const own = { ...values, [name]: value };
  return { definition: defined({ name: `${name}_at`, args: ['s'], program, values: own }), at: `${name}_at(s)` };
}
