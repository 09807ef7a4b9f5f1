import { openingRules } from '../../src/optimizers/catalog.ts';

const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i));

/** Legal formulas that are as much work as there may be. */
export const laborious: Record<string, string> = {
  'waves of every length': `max(${list(64, (i) => `sin(${i}x)`).join()})*min(${list(64, (i) => `cos(${i}y)`).join()})`,
  'powers of powers': `a = x*y + 2; ${list(110, () => 'a=abs(a)^1.01+y').join(';')}`,
  'products of products': `a = x*y + 2; ${list(160, () => 'a=a*x+y').join(';')}`,
};

/** So low a rate that no run leaves what is finite, and all make all their steps. */
const lr = 1e-9;

/** As many rules as there may be, each with a gradient at eight places. */
export const laboriousRules = list(24, (i) => ({
  id: `r${i}`,
  rule: `x = x - lr*(${list(8, (k) => `grad(x + ${(k + i) / 1000}*sin(x))`).join('+')})`,
  lr,
}));

/** The six optimizers, and each with a second form beside it. */
export const sixRules = openingRules.map(({ id }) => ({ id, lr }));
export const sixRulesTwice = openingRules.map(({ id, variants }) => ({ id, lr, overlay: Object.keys(variants)[0] }));
