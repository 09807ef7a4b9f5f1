import type { Compiled } from '../engine/compile.ts';
import { hyperInput } from '../engine/powers.ts';
import { reachable } from '../formula/graph.ts';

/** What of a kernel's memory varies with an axis. */
export interface Dependents {
  /** Row 0. */
  readonly first: boolean;
  readonly args: boolean;
  /** Input columns, by name. */
  readonly inputs: string[];
}

/** What a kernel has to be given anew where the value of an axis is another one. */
export function dependents({ loop, powers }: Pick<Compiled, 'loop' | 'powers'>, name: string): Dependents {
  const [group] = name.split('.');
  if (name === 'seed') return { first: false, args: false, inputs: [] };
  if (group === 'start') return { first: true, args: false, inputs: [] };
  if (group === 'surface') return { first: true, args: true, inputs: [] };
  const isInput = (input: string): boolean => loop.inputs.includes(input);
  if (name === 'lr' || group === 'schedule') return { first: false, args: false, inputs: ['lr'].filter(isInput) };
  if (name === 'mu' || group === 'muSchedule') return { first: false, args: false, inputs: ['mu'].filter(isInput) };
  const own = hyperInput(name);
  const inputs = [...powers].filter(([, base]) => reachable([base]).some((node) => node.name === own));
  return { first: false, args: true, inputs: inputs.map(([input]) => input).filter(isInput) };
}

/** What has to be given anew where the values of several names are others. */
export function allDependents(compiled: Pick<Compiled, 'loop' | 'powers'>, names: readonly string[]): Dependents {
  const found = names.map((name) => dependents(compiled, name));
  return {
    first: found.some(({ first }) => first),
    args: found.some(({ args }) => args),
    inputs: [...new Set(found.flatMap(({ inputs }) => inputs))],
  };
}
