import { constant } from './constant.ts';
import { constantMu } from './constantMu.ts';
import { cosine } from './cosine.ts';
import { exponential } from './exponential.ts';
import { inverse } from './inverse.ts';
import { linearMu } from './linearMu.ts';
import type { Schedule, SettingsOf } from './schedule.ts';
import { step } from './step.ts';

/** Every schedule of lr, in the order in which it is listed. */
export const schedules = [constant, step, exponential, inverse, cosine] as const;

/** Every schedule of mu. */
export const muSchedules = [constantMu, linearMu] as const;

export type ScheduleId = (typeof schedules)[number]['id'];
export type MuScheduleId = (typeof muSchedules)[number]['id'];

/** A schedule of lr with its settings: { kind: 'step', factor, every }, …. */
export type ScheduleSettings = SettingsOf<(typeof schedules)[number]>;
export type MuScheduleSettings = SettingsOf<(typeof muSchedules)[number]>;

const byId: ReadonlyMap<string, Schedule> = new Map(schedules.map((item) => [item.id, item]));
const muById: ReadonlyMap<string, Schedule> = new Map(muSchedules.map((item) => [item.id, item]));

export const scheduleOf = (id: ScheduleId): Schedule => byId.get(id) as Schedule;
export const muScheduleOf = (id: MuScheduleId): Schedule => muById.get(id) as Schedule;
