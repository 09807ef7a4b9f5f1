import { fieldOf } from '../engine/field.ts';
import { buildStep, givenNames } from '../engine/step.ts';
import { build } from '../formula/build.ts';
import { isFunction } from '../formula/functions.ts';
import { Graph } from '../formula/graph.ts';
import { assignedNames, freeNames } from '../formula/names.ts';
import { parse } from '../formula/parse.ts';
import type { Text } from '../formula/text.ts';

/** Names that a typed formula cannot give to its parameters: those of the fields beside them, and every object's. */
const taken: readonly string[] = ['id', 'rule', 'variant', 'overlay', 'off', 'state', 'solo'];
const parameterLimit = 16;
const inputLimit = 32;

/** What a typed formula cannot do although it parses. */
export class NameError extends Error {
  readonly text: Text;
  /** The name that is one too many, or cannot be one. */
  readonly found: string;

  constructor(text: Text, found: string) {
    super(text.en);
    this.text = text;
    this.found = found;
  }
}

const checked = (found: readonly string[], used = taken, most = parameterLimit): string[] => {
  const bad = found.find((name) => used.includes(name) || name in Object.prototype || name.length > 40);
  if (bad !== undefined)
    throw new NameError(
      {
        en: `"${bad.slice(0, 40)}" cannot be the name of a parameter`,
        zh: `"${bad.slice(0, 40)}" 不能作为参数名`,
      },
      bad,
    );
  if (found.length > most)
    throw new NameError(
      {
        en: `expected at most ${most} parameters, found ${found.length}`,
        zh: `参数最多 ${most} 个，实际为 ${found.length} 个`,
      },
      found[most] as string,
    );
  return [...found];
};

const unassigned = (formula: string, given: readonly string[]): string[] =>
  freeNames(parse(formula)).filter((name) => !given.includes(name) && !isFunction(name));

/** The names of a typed surface's parameters, in order of appearance. Throws FormulaError where it is not a program. */
export const surfaceParameters = (formula: string): string[] => checked(unassigned(formula, ['x', 'y']));

/** Throws FormulaError where the formula is not a loss surface. */
export const checkSurface = (formula: string): void => void fieldOf(formula, surfaceParameters(formula));

/** The names of a typed rule's state where they are not given: those that a step reads before it assigns them. */
export function ruleState(rule: string): string[] {
  const program = parse(rule);
  const assigned = assignedNames(program);
  return freeNames(program).filter(
    (name) => assigned.includes(name) && !(givenNames as readonly string[]).includes(name),
  );
}

/** The names of a typed rule's hyperparameters: lr, mu where it is used, then its own in order of appearance. */
export function ruleHyper(rule: string, state: readonly string[]): string[] {
  const free = unassigned(rule, state).filter((name) => !['x', 'g', 'lr', 't', 'mu'].includes(name));
  const usesMu = unassigned(rule, state).includes('mu');
  return checked(['lr', ...(usesMu ? ['mu'] : []), ...free]);
}

/** What a rule works with that it is not given by this name, and the name that it has, where it has one. */
const notGiven: ReadonlyMap<string, string | undefined> = new Map([
  ['y', 'x'],
  ['gx', 'g'],
  ['gy', 'g'],
  ...['loss', 'nx', 'ny'].map((name) => [name, undefined] as const),
]);

/** Whether one letter more, less or another makes one of these names of the other. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const others = [...long].map((_, i) => long.slice(0, i) + long.slice(i + 1));
  if (short.length < long.length) return others.includes(short);
  return [...short].filter((letter, i) => letter !== long[i]).length === 1;
}

/**
 * A hyperparameter of a typed rule that may be meant for something else: `given` is the given name that it is like, by
 * case or by a letter, or undefined for what no rule is given. Undefined where it is a name of its own. Single letters
 * and ν are names of their own, and so is a name with a number.
 */
export function mistaken(name: string): { readonly given: string | undefined } | undefined {
  if (notGiven.has(name)) return { given: notGiven.get(name) };
  const given = givenNames.find((known) => known === name.toLowerCase() || known === name);
  if (given !== undefined) return given === name ? undefined : { given };
  if (name === 'nu' || !/^[a-z]{2,}$/i.test(name)) return undefined;
  const near = givenNames.find((known) => known.length > 1 && isNear(known, name.toLowerCase()));
  return near && { given: near };
}

/** Throws FormulaError where the rule is not an update of x. */
export function checkRule(formula: string, state: readonly string[]): void {
  const hyper = ruleHyper(formula, state).filter((name) => name !== 'lr' && name !== 'mu');
  buildStep({ formula: 'x^2 + y^2', params: [] }, { formula, state, hyper }, true);
}

/** The names of a program's inputs, in order of appearance. Throws FormulaError where it is not a program. */
export const programInputs = (program: string): string[] => checked(unassigned(program, []), [], inputLimit);

/** Throws FormulaError where a text is not a program that can be run forward and backward. */
export const checkProgram = (program: string): void => {
  const graph = new Graph();
  build(graph, parse(program), new Map(programInputs(program).map((name) => [name, graph.input(name)])));
};
