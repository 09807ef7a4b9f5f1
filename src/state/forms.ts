import { derived } from '../engine/derived.ts';
import { type Difference, difference } from '../engine/difference.ts';
import type { Run } from '../engine/run.ts';
import type { Rule } from '../optimizers/rule.ts';

/** How the paths of two forms of a rule compare. */
export interface FormDifference extends Difference {
  /** Where either form has another variable than x: the two formulas that stand for the same thing, and how those compare. */
  readonly renamed?: { readonly here: string; readonly there: string; readonly difference: Difference };
}

const variableOf = ({ variants }: Rule, form: string): string => variants[form]?.variable ?? 'x';

const wayOf = (run: Run, formula: string) => ({ x: derived(formula, run, 'x'), y: derived(formula, run, 'y') });

/** A form of a rule, and its run. */
interface Formed {
  readonly form: string;
  readonly run: Run;
}

/** Compares the run of one form of a rule with that of another; `diagonal` is that of the domain. */
export function formDifference(rule: Rule, a: Formed, b: Formed, diagonal: number): FormDifference {
  const plain = difference(wayOf(a.run, 'x'), wayOf(b.run, 'x'), diagonal);
  const [here, there] = [variableOf(rule, a.form), variableOf(rule, b.form)];
  if (here === there) return plain;
  return {
    ...plain,
    renamed: { here, there, difference: difference(wayOf(a.run, here), wayOf(b.run, there), diagonal) },
  };
}
