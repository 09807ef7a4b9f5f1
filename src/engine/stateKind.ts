import { interpret } from '../formula/interpret.ts';
import { hyperInput } from './powers.ts';
import { axes, buildStep, type RuleProgram } from './step.ts';

/**
 * What a rule keeps from step to step, told by what one step from rest makes of it: a `velocity` points down the slope, a
 * `gradient`, a memory of gradients, points up it, and a `size` is not below 0 whichever way the slope goes.
 */
export type StateKind = 'velocity' | 'gradient' | 'size';

type Hyper = Readonly<Record<string, number>>;

/** Every state after the first step down a plane of slope 1, or up one of slope −1, in both coordinates. */
function afterFirstStep(rule: RuleProgram, hyper: Hyper, slope: 1 | -1): Map<string, number[]> {
  const formula = slope > 0 ? 'x + y' : '-x - y';
  const { outputs, powers } = buildStep({ formula, params: [] }, rule, false);
  const at0 = Object.fromEntries(
    [...rule.state, ''].flatMap((name) => axes.map((axis) => [name + (name && '.') + axis, 0])),
  );
  const own = Object.fromEntries(rule.hyper.map((name) => [hyperInput(name), hyper[name] ?? NaN]));
  const bases = [...powers].map(([name, base]) => [name, interpret([base], own)[0] as number] as const);
  const { lr = 0.1, mu = 0 } = hyper;
  const given = { ...at0, ...own, ...Object.fromEntries(bases), gx: slope, gy: slope, lr, mu, t: 1 };
  const values = interpret(
    outputs.map(({ node }) => node),
    given,
  );
  const named = new Map(outputs.map(({ name }, i) => [name, values[i] as number]));
  return new Map(rule.state.map((name) => [name, axes.map((axis) => named.get(`${name}.${axis}`) as number)]));
}

/**
 * The kinds of a rule's states; `hyper` has the values of its hyperparameters, lr and mu included. A state that tells
 * nothing, because it is 0 after a step or the same way up on both slopes, counts as a velocity: it is shown as it is.
 */
export function stateKinds(rule: RuleProgram, hyper: Hyper): ReadonlyMap<string, StateKind> {
  const [up, down] = [afterFirstStep(rule, hyper, 1), afterFirstStep(rule, hyper, -1)];
  const kindOf = (name: string): StateKind => {
    const [onUp, onDown] = [up.get(name) ?? [], down.get(name) ?? []];
    const all = [...onUp, ...onDown];
    if (all.every((value) => value >= 0) && all.some((value) => value > 0)) return 'size';
    return onUp.every((value) => value > 0) && onDown.every((value) => value < 0) ? 'gradient' : 'velocity';
  };
  return new Map(rule.state.map((name) => [name, kindOf(name)]));
}
