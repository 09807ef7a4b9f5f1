import type { Intervention } from '../../engine/interventions.ts';
import { indented } from './define.ts';

/** Interventions by their step, each hyperparameter once: the last that is set there. */
export function byStep(interventions: readonly Intervention[] = []): Map<number, Map<string, number>> {
  const steps = new Map<number, Map<string, number>>();
  for (const { step, name, value } of interventions) {
    const values = steps.get(step) ?? new Map<string, number>();
    steps.set(step, values.set(name, value));
  }
  return steps;
}

/** The names that are changed on the way. */
export const changedNames = (interventions: readonly Intervention[] = []): Set<string> =>
  new Set(interventions.map(({ name }) => name));

/** `if step == …:` with the lines of that step; nothing where it has none. */
export const atStep = (step: number, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`if step == ${step}:`, ...indented(lines)];
