import type { Check } from './check.ts';
import { finite } from './finite.ts';
import { gradient } from './gradient.ts';
import { guessing } from './guessing.ts';
import { initialLoss } from './initialLoss.ts';
import { overfit } from './overfit.ts';
import { rate } from './rate.ts';

/** Every check, in the order in which they are made. */
export const checks = [gradient, initialLoss, finite, rate, overfit, guessing] as const;

export type CheckId = (typeof checks)[number]['id'];

const byId: ReadonlyMap<string, Check<CheckId>> = new Map(checks.map((item) => [item.id, item]));

export const checkOf = (id: CheckId): Check<CheckId> => byId.get(id) as Check<CheckId>;
