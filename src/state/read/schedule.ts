import { muSchedules, schedules } from '../../schedules/catalog.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { oneOf } from '../field.ts';
import { type LrSchedule, type MuSchedule, warmupSteps } from '../schema.ts';
import { own, type Report } from './report.ts';

type Settings = { kind: string; warmup?: number };

const readSettings = (
  report: Report,
  path: string,
  items: readonly Schedule[],
  input: unknown,
  kept: Settings,
  warms: boolean,
): Settings => {
  const given = report.object(path, input);
  if (given === undefined) return kept;
  const kind = report.field<string>(`${path}.kind`, oneOf(items.map(({ id }) => id)), own(given, 'kind'), kept.kind);
  const { params } = items.find(({ id }) => id === kind) as Schedule;
  const before: Settings = kept.kind === kind ? kept : { kind };
  report.unknown(`${path}.`, given, ['kind', ...Object.keys(params), ...(warms ? ['warmup'] : [])]);
  return {
    kind,
    ...report.quantities(`${path}.`, params, given, before),
    ...(warms ? report.optional('warmup', warmupSteps, given, before.warmup, `${path}.`) : {}),
  };
};

export const readSchedule = (report: Report, input: unknown, kept: LrSchedule): LrSchedule =>
  readSettings(report, 'schedule', schedules, input, kept, true) as LrSchedule;

export const readMuSchedule = (report: Report, input: unknown, kept: MuSchedule): MuSchedule =>
  readSettings(report, 'muSchedule', muSchedules, input, kept, false) as MuSchedule;
