import type { Quantity } from '../../formula/quantity.ts';
import type { Text } from '../../formula/text.ts';
import { isRuleId, ruleOf } from '../../optimizers/catalog.ts';
import { isName, runnerLimit } from '../../state/field.ts';
import { withoutInterventions, withRenamed } from '../../state/interventions.ts';
import { hyperQuantity, parameterQuantity } from '../../state/parameter.ts';
import { formulaIn, hyperOf } from '../../state/rule.ts';
import { hasOwnData, readScene, type Reading, type Runner, type Scene, withSurface } from '../../state/scene.ts';
import { surfaceIn } from '../../state/surface.ts';
import { ruleHyper, ruleState, surfaceParameters } from '../../state/typed.ts';
import { type Example, exampleRates } from './examples.ts';
import { plain } from './plain.ts';

type Recipe = (scene: Scene) => Scene;
/** A recipe that takes what somebody typed: the scene, and what of it could not be taken. */
type Reader = (scene: Scene) => Reading;
type Values = Readonly<Record<string, number>>;
export type Domain = readonly [number, number, number, number];

const typedSurface =
  (formula: string, domain: Domain, known: Values): Reader =>
  (scene) => {
    const names = surfaceParameters(formula);
    const params = Object.fromEntries(names.map((name) => [name, known[name] ?? parameterQuantity.initial]));
    const { start, cursor } = scene;
    const stays = cursor === undefined ? { start } : { start, cursor };
    return readScene({ surface: { formula, params, domain: [...domain] }, ...stays }, scene);
  };

/**
 * The surface with another formula, typed from now on; start and domain stay. Its parameters have the values of `known`,
 * those that are not in it 1. The formula is one that `surfaceFault` finds nothing wrong with.
 */
export const withFormula =
  (formula: string, known: Values): Reader =>
  (scene) =>
    typedSurface(formula, surfaceIn(scene).domain, known)(scene);

/** The surface on another domain, typed from now on unless it is made of data. */
export const withDomain =
  (domain: Domain): Reader =>
  (scene) => {
    if (hasOwnData(scene.surface)) return readScene({ surface: { domain: [...domain] } }, scene);
    const { id, formula, values } = surfaceIn(scene);
    return typedSurface(id === undefined ? formula : plain(formula), domain, values)(scene);
  };

/** The rule's own default, because what another surface suggests means nothing here; a typed rule has none. */
const usualRate = ({ id, lr }: Runner): number => (isRuleId(id) ? (ruleOf(id).hyper['lr'] as Quantity).initial : lr);

/** The scene moved to an example, with learning rates that suit it. */
export const withExample =
  ({ start: [x, y], ...surface }: Example): Recipe =>
  (scene) => ({
    ...withSurface(scene, surface),
    start: [x, y],
    optimizers: scene.optimizers.map((runner) => ({ ...runner, lr: exampleRates[runner.id] ?? usualRate(runner) })),
  });

const typedRunner = (id: string, rule: string, valueOf: (name: string) => number | undefined): Runner => {
  const state = ruleState(rule);
  const values = ruleHyper(rule, state).map((name) => [name, valueOf(name) ?? hyperQuantity(name).initial] as const);
  return { id, rule, state, ...(Object.fromEntries(values) as { lr: number }), variant: 'default' };
};

/** Whether the scene has as many optimizers as it can have. */
export const isFull = ({ optimizers }: Scene): boolean => optimizers.length >= runnerLimit;

/** The name that a copy of a rule gets: the first of my_adam, my_adam_2, … that is free. */
export function copyName({ optimizers }: Scene, of: string): string {
  const base = `my_${of.replace(/^my_/, '')}`.slice(0, 36);
  const isFree = (name: string): boolean => optimizers.every(({ id }) => id !== name);
  const numbered = optimizers.map((_, i) => `${base}_${i + 2}`);
  return [base, ...numbered].find(isFree) as string;
}

/** A rule of one's own after the others: the form, formula and hyperparameters that a runner has now, to be changed. */
export const withCopy =
  (of: Runner): Reader =>
  (scene) => {
    if (isFull(scene)) return { scene, problems: [] };
    const copy = typedRunner(copyName(scene, of.id), plain(formulaIn(of)), (name) => hyperOf(of, name));
    return readScene({ optimizers: [...scene.optimizers, copy] }, scene);
  };

/**
 * A typed rule with another text: names that it still uses, and those in `known`, keep their values. The text is one that
 * `ruleFault` finds nothing wrong with.
 */
export const withRuleText =
  (id: string, rule: string, known: Values): Reader =>
  (scene) => {
    const optimizers = scene.optimizers.map((runner) => {
      if (runner.id !== id) return runner;
      const fresh = typedRunner(id, rule, (name) => known[name]);
      return runner.off === undefined ? fresh : { ...fresh, off: runner.off };
    });
    return readScene({ optimizers }, scene);
  };

/** Why a rule cannot have a name; undefined where it can. */
export function nameFault({ optimizers }: Scene, id: string, name: string): Text | undefined {
  if (!isName(name))
    return {
      en: 'A name is letters, digits and “_”, begins with a letter, and has at most 40 characters.',
      zh: '名称由字母、数字和“_”组成，以字母开头，最多 40 个字符。',
    };
  const isTaken = isRuleId(name) || optimizers.some((runner) => runner.id === name && name !== id);
  return isTaken ? { en: `There is an optimizer “${name}” already.`, zh: `已经有名为“${name}”的优化器。` } : undefined;
}

/** A typed rule under another name, one that `nameFault` finds nothing wrong with. */
export const withName =
  (id: string, name: string): Recipe =>
  (scene) => ({
    ...withRenamed(id, name)(scene),
    optimizers: scene.optimizers.map((runner) => (runner.id === id ? { ...runner, id: name } : runner)),
    ...(scene.solo === id ? { solo: name } : {}),
  });

export const without =
  (id: string): Recipe =>
  ({ solo, ...scene }) => ({
    ...withoutInterventions((each) => each.id === id)(scene),
    optimizers: scene.optimizers.filter((runner) => runner.id !== id),
    ...(solo === undefined || solo === id ? {} : { solo }),
  });
