import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { ema } from './ema.ts';
import { lion } from './lion.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import type { Rule } from './rule.ts';
import { sgd } from './sgd.ts';
import { yogi } from './yogi.ts';

/** The optimizers that a surface opens with, in the order in which they are listed everywhere. */
export const openingRules = [sgd, momentum, nesterov, adagrad, rmsprop, adam] as const;

/** Those that a scene takes in when somebody asks for them, by year. */
export const furtherRules = [ema, adadelta, adamax, nadam, amsgrad, yogi, adamw, radam, lion] as const;

/** Every built-in optimizer. */
export const rules = [...openingRules, ...furtherRules] as const;

export type RuleId = (typeof rules)[number]['id'];

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((item) => [item.id, item]));

/** Whether a string that came from outside is the id of a built-in optimizer. */
export const isRuleId = (id: unknown): id is RuleId => typeof id === 'string' && byId.has(id);

export const ruleOf = (id: RuleId): Rule<RuleId> => byId.get(id) as Rule<RuleId>;
