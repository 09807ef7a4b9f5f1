import { compileLoop } from '../formula/emit/wasm.ts';
import { reachable } from '../formula/graph.ts';
import type { Kernel, Loop } from '../formula/loop.ts';
import { type Field, fieldOf, parameterInput } from './field.ts';
import { hyperInput } from './powers.ts';
import { buildStep, type LossProgram, type RuleProgram, type Step } from './step.ts';

/** A rule on a loss, ready to run. The step's outputs are the loop's. */
export interface Compiled extends Omit<Step, 'outputs'> {
  readonly loop: Loop;
  readonly kernel: Kernel;
  /** The loss by itself, for the start. */
  readonly field: Field;
  /** The latest content of each input column, so that only what changed is computed again. */
  readonly held: Map<string, Held>;
}

/** An input column's content: a key that names it, and the numbers, which runs with the same content share. */
export interface Held {
  readonly key: string;
  readonly column: Float64Array;
}

/** The loop of a rule on a loss: args are the loss's parameters and the rule's hyperparameters, inputs what it reads per step. */
export function stepLoop(loss: LossProgram, rule: RuleProgram, noisy: boolean): Omit<Compiled, 'kernel' | 'held'> {
  const { outputs, ...step } = buildStep(loss, rule, noisy);
  const args = [...loss.params.map(parameterInput), ...rule.hyper.map(hyperInput)];
  const own = new Set([...args, ...outputs.filter((o) => o.carried).map((o) => o.name)]);
  const used = reachable(outputs.map((output) => output.node)).flatMap((node) => node.name ?? []);
  const inputs = [...new Set(['lr', ...used.filter((name) => !own.has(name))])];
  const field = fieldOf(loss.formula, loss.params);
  return { loop: { args, inputs, outputs, stopsAtNonFinite: true }, field, ...step };
}

const cache = new Map<string, Compiled>();
const cacheSize = 128;

function keyOf(loss: LossProgram, rule: RuleProgram, noisy: boolean): string {
  const batch = loss.batch === undefined ? '' : `${loss.batch.formula} ${loss.batch.size} ${loss.batch.rest}`;
  return [loss.formula, rule.formula, loss.params, rule.state, rule.hyper, noisy, batch].join('|');
}

/** Whether a rule on a loss has been compiled already. */
export const isCompiled = (...of: Parameters<typeof compile>): boolean => cache.has(keyOf(...of));

/** Compiles a rule on a loss, cached by their texts. Throws FormulaError. */
export function compile(loss: LossProgram, rule: RuleProgram, noisy: boolean): Compiled {
  const key = keyOf(loss, rule, noisy);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const step = stepLoop(loss, rule, noisy);
  const compiled = { ...step, kernel: compileLoop(step.loop), held: new Map<string, Held>() };
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value as string);
  cache.set(key, compiled);
  return compiled;
}
