type Values = Readonly<Record<string, number>>;

/**
 * A hyperparameter set to another value on the way: from row `step` of the columns on, and so first in step + 1. Rows
 * 0 … step of the path are those of the run without it, to the bit.
 */
export interface Intervention {
  readonly step: number;
  /** lr, mu, or another hyperparameter of the rule. */
  readonly name: string;
  readonly value: number;
}

/** Rows from … to − 1, for which these values hold. */
export interface Stretch<Held> {
  readonly from: number;
  readonly to: number;
  readonly values: Held;
}

/**
 * Cuts `rows` rows where interventions on the names in `initial` change a value. Interventions are in the order of their
 * steps; of several on one name at one step the last holds.
 */
export function stretches<Held extends Values>(
  initial: Held,
  interventions: readonly Intervention[] | undefined,
  rows: number,
): Stretch<Held>[] {
  const cut: Stretch<Held>[] = [];
  let [values, from] = [initial, 0];
  for (const { step, name, value } of interventions ?? []) {
    if (!(name in initial) || step >= rows) continue;
    if (step > from) cut.push({ from, to: step, values });
    [values, from] = [{ ...values, [name]: value }, Math.max(from, step)];
  }
  cut.push({ from, to: rows, values });
  return cut;
}
