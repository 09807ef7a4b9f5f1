import type { ScheduleProgram } from '../engine/column.ts';
import { muScheduleOf, scheduleOf } from '../schedules/catalog.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { warmup as warmupSchedule } from '../schedules/warmup.ts';
import type { LrSchedule, MuSchedule } from './schema.ts';

const programOf = ({ formula }: Schedule, values: Record<string, number>): ScheduleProgram => ({ formula, values });

/** The formula of lr at step s with its settings; a warm-up multiplies it. */
export function lrProgram({ kind, warmup, ...values }: LrSchedule): ScheduleProgram {
  const plain = scheduleOf(kind);
  if (warmup === undefined || warmup <= 1) return programOf(plain, values);
  return programOf({ ...plain, formula: `(${plain.formula})*${warmupSchedule.formula}` }, { ...values, warmup });
}

/** The formula of mu at step s with its settings. */
export const muProgram = ({ kind, ...values }: MuSchedule): ScheduleProgram => programOf(muScheduleOf(kind), values);
