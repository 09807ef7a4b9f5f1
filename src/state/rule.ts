import { isRuleId, ruleOf } from '../optimizers/catalog.ts';
import type { Mark, Rule } from '../optimizers/rule.ts';
import { hyperQuantity } from './parameter.ts';
import type { Runner } from './schema.ts';
import { ruleHyper } from './typed.ts';

/** How typed rules are told apart; the first of a scene has the first mark. */
const typedMarks: readonly Mark[] = [
  { light: '#3d4350', dark: '#e6e9f0', glyph: 'star', dash: [3, 1] },
  { light: '#8a5a00', dark: '#ffc04d', glyph: 'cross', dash: [4, 2, 1, 2] },
];

/** The mark of the typed rule at a place among those of its scene; the third looks like the first, with longer dashes. */
const typedMark = (place: number): Mark => {
  const mark = typedMarks[place % typedMarks.length] as Mark;
  const times = 1 + Math.floor(place / typedMarks.length);
  return { ...mark, dash: mark.dash.map((length) => length * times) };
};

const describe = (runner: Runner, place: number): Rule => {
  const { id, rule: formula = '', state = [] } = runner;
  return {
    id,
    name: { en: id, zh: id },
    state,
    hyper: Object.fromEntries(ruleHyper(formula, state).map((name) => [name, hyperQuantity(name)])),
    networkRate: hyperQuantity('lr').initial,
    formula,
    label: { en: 'as typed', zh: '自定义' },
    variants: {},
    mark: typedMark(place),
    source: '',
    teaches: { en: 'A rule of your own.', zh: '你自己的规则。' },
  };
};

const known = new WeakMap<Runner, Rule[]>();

/** The rule of a runner, built in or typed alike; `runners`, those of the scene, decide a typed rule's mark. */
export function ruleIn(runner: Runner, runners: readonly Runner[] = [runner]): Rule {
  if (isRuleId(runner.id)) return ruleOf(runner.id);
  const typed = runners.filter(({ id }) => !isRuleId(id));
  const place = Math.max(
    0,
    typed.findIndex(({ id }) => id === runner.id),
  );
  const byPlace = known.get(runner) ?? [];
  known.set(runner, byPlace);
  return (byPlace[place] ??= describe(runner, place));
}

/** The formula of a runner's variant. */
export const formulaIn = (runner: Runner): string => {
  const rule = ruleIn(runner);
  return rule.variants[runner.variant]?.formula ?? rule.formula;
};

/** A hyperparameter of a runner; its rule's default where the runner does not have it. */
export const hyperOf = (runner: Runner, name: string): number => {
  const value = runner[name];
  return typeof value === 'number' ? value : (ruleIn(runner).hyper[name]?.initial ?? NaN);
};
