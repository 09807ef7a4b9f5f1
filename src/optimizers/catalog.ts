import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { momentum } from './momentum.ts';
import { nesterov } from './nesterov.ts';
import { rmsprop } from './rmsprop.ts';
import type { Rule } from './rule.ts';
import { sgd } from './sgd.ts';

/** Every built-in optimizer, in the order in which it is listed everywhere. */
export const rules = [sgd, momentum, nesterov, adagrad, rmsprop, adam] as const;

export type RuleId = (typeof rules)[number]['id'];

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((item) => [item.id, item]));

/** Whether a string that came from outside is the id of a built-in optimizer. */
export const isRuleId = (id: unknown): id is RuleId => typeof id === 'string' && byId.has(id);

export const ruleOf = (id: RuleId): Rule<RuleId> => byId.get(id) as Rule<RuleId>;
