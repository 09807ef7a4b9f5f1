import { describe, expect, it } from 'vitest';
import { type ScheduleProgram, writeSchedule } from '../../src/engine/column.ts';
import {
  muScheduleOf,
  muSchedules,
  type MuScheduleSettings,
  scheduleOf,
  schedules,
  type ScheduleSettings,
} from '../../src/schedules/catalog.ts';
import { warmup } from '../../src/schedules/warmup.ts';
import { scheduled } from '../../src/network/train/decay.ts';
import { lrProgram, muProgram } from '../../src/state/programs.ts';
import { readScene } from '../../src/state/scene.ts';

const rows = 120;

const columnOf = (program: ScheduleProgram, name: 'lr' | 'mu', value: number): Float64Array => {
  const column = new Float64Array(rows);
  writeSchedule(column, program, name, value);
  return column;
};

/** Formulas written in the host language, by hand, not from the files. */
const lrByHand: [ScheduleSettings, (lr: number, s: number) => number][] = [
  [{ kind: 'constant' }, (lr) => lr],
  [{ kind: 'step', factor: 0.5, every: 50 }, (lr, s) => lr * 0.5 ** Math.floor(s / 50)],
  [{ kind: 'exponential', rate: 0.03 }, (lr, s) => lr * Math.exp(-0.03 * s)],
  [{ kind: 'inverse', rate: 0.2 }, (lr, s) => lr / (1 + 0.2 * s)],
  [
    { kind: 'cosine', floor: 0.001, over: 80 },
    (lr, s) => 0.001 + ((lr - 0.001) * (1 + Math.cos((Math.PI * Math.min(s, 80)) / 80))) / 2,
  ],
];
const muByHand: [MuScheduleSettings, (mu: number, s: number) => number][] = [
  [{ kind: 'constant' }, (mu) => mu],
  [{ kind: 'linear', from: 0.5, to: 0.99, over: 60 }, (_, s) => 0.5 + 0.49 * Math.min(s / 60, 1)],
];

const expectColumn = (column: Float64Array, byHand: (s: number) => number): void => {
  expect(column).toHaveLength(rows);
  column.forEach((value, s) => expect(Math.abs(value - byHand(s)), `s = ${s}`).toBeLessThanOrEqual(1e-15));
};

describe('schedules of lr', () => {
  it.each(lrByHand)('%j is its formula at every step', (settings, byHand) => {
    expectColumn(columnOf(lrProgram(settings), 'lr', 0.1), (s) => byHand(0.1, s));
  });

  it.each(lrByHand)('%j times a warm-up', (settings, byHand) => {
    const column = columnOf(lrProgram({ ...settings, warmup: 8 }), 'lr', 0.1);
    expectColumn(column, (s) => byHand(0.1, s) * Math.min(1, (s + 1) / 8));
    expect(column[0]).toBeCloseTo(0.1 / 8, 15);
  });

  it('takes a warm-up of one step as none', () => {
    const column = columnOf(lrProgram({ kind: 'constant', warmup: 1 }), 'lr', 0.1);
    expectColumn(column, () => 0.1);
  });

  it('starts a step schedule at lr itself and cuts it exactly at each multiple', () => {
    const column = columnOf(lrProgram({ kind: 'step', factor: 0.5, every: 50 }), 'lr', 0.8);
    expect([0, 49, 50, 99, 100].map((s) => column[s])).toEqual([0.8, 0.8, 0.4, 0.4, 0.2]);
  });
});

describe('schedules of mu', () => {
  it.each(muByHand)('%j is its formula at every step', (settings, byHand) => {
    expectColumn(columnOf(muProgram(settings), 'mu', 0.9), (s) => byHand(0.9, s));
  });

  it('rises from 0.5 to 0.99 by default', () => {
    const { from, to } = muScheduleOf('linear').params;
    expect([from?.initial, to?.initial]).toEqual([0.5, 0.99]);
  });
});

describe('catalogs', () => {
  it.each(schedules)('$id is one number at every step, from 0, and the same for epochs', ({ id }) => {
    const settings = readScene({ schedule: { kind: id } }).scene.schedule;
    const program = lrProgram(settings);
    const column = columnOf(program, 'lr', 0.1);
    expectColumn(column, (s) => scheduled(program, 'lr', 0.1, s));
    expect(column.every((lr) => Number.isFinite(lr) && lr >= 0)).toBe(true);
    expectColumn(columnOf(lrProgram({ ...settings, warmup: 8 }), 'lr', 0.1), (s) => (column[s] as number) * Math.min(1, (s + 1) / 8)); // prettier-ignore
  });

  it.each(muSchedules)('$id is a share of the velocity at every step', ({ id }) => {
    const column = columnOf(muProgram(readScene({ muSchedule: { kind: id } }).scene.muSchedule), 'mu', 0.9);
    expect(column.every((mu) => mu >= 0 && mu < 1)).toBe(true);
  });

  it('find every schedule by its id', () => {
    for (const item of schedules) expect(scheduleOf(item.id)).toBe(item);
    for (const item of muSchedules) expect(muScheduleOf(item.id)).toBe(item);
  });

  it('give every parameter a range that holds its default, and every item both languages', () => {
    for (const item of [...schedules, ...muSchedules, warmup]) {
      for (const quantity of Object.values<{ initial: number; min: number; max: number }>(item.params)) {
        expect(quantity.initial).toBeGreaterThanOrEqual(quantity.min);
        expect(quantity.initial).toBeLessThanOrEqual(quantity.max);
      }
      for (const text of [item.name, item.teaches]) expect([text.en, text.zh]).not.toContain('');
      expect(item.teaches.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
