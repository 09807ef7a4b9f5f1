import { expect } from 'vitest';
import type { Run } from '../../src/engine/run.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { type RuleId, ruleOf } from '../../src/optimizers/catalog.ts';
import { scheduleOf } from '../../src/schedules/catalog.ts';

type Schedule = { kind: 'constant' } | { kind: 'step'; factor: number; every: number };

/** A run that something else has made: what was asked, and where it was after some of its steps. */
export interface Recorded {
  readonly formula: string;
  readonly optimizer: string;
  readonly hyper: object;
  readonly schedule: object;
  readonly start: readonly number[];
  readonly steps: number;
  readonly points: readonly { readonly step: number; readonly x: number; readonly y: number; readonly loss: number }[];
}

/** The settings of the same run here. */
export function settingsOf(item: Recorded, variant = 'default'): Settings {
  const rule = ruleOf(item.optimizer as RuleId);
  const values = item.hyper as Readonly<Record<string, number>>;
  const { kind, ...schedule } = item.schedule as Schedule;
  return {
    loss: { formula: item.formula, params: [], values: {} },
    rule: {
      formula: rule.variants[variant]?.formula ?? rule.formula,
      state: rule.state,
      hyper: Object.keys(rule.hyper).filter((name) => name !== 'lr' && name !== 'mu'),
      values,
    },
    lr: values['lr'] as number,
    mu: values['mu'] ?? 0,
    schedule: { formula: scheduleOf(kind).formula, values: schedule as Record<string, number> },
    muSchedule: { formula: 'mu', values: {} },
    start: item.start as [number, number],
    steps: item.steps,
    seed: 1,
    noise: 0,
    domain: [-5, 5, -5, 5],
    minima: [],
  };
}

export const at = (run: Run, column: string, row: number): number => run.columns[column]?.[row] as number;

/** Within a share of max(1, |expected|). */
export const expectNear = (actual: number, expected: number, within: number, what: string): void =>
  expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(within * Math.max(1, Math.abs(expected)));

/** Runs it here and compares every recorded number. */
export function expectSameRun(item: Recorded, variant = 'default'): void {
  const run = simulate(item.optimizer, settingsOf(item, variant));
  expect(run.steps).toBe(item.steps);
  expect(item.points.length).toBeGreaterThan(5);
  for (const { step, ...point } of item.points)
    for (const [name, value] of Object.entries(point)) expectNear(at(run, name, step), value, 1e-9, `${name} ${step}`);
}
