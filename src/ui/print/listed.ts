import type { Language } from '../../formula/text.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { writeNumber } from '../slider/number.ts';

type Values = Readonly<Record<string, unknown>>;

/** `a = 1, b = 100` of the named numbers that are there. */
export const listed = (names: readonly string[], values: Values): string =>
  names
    .flatMap((name) => {
      const value = values[name];
      return typeof value === 'number' ? [`${name} = ${writeNumber(value)}`] : [];
    })
    .join(', ');

/** Parts with commas between them, but for those that are empty. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** A schedule's name and settings. */
export const scheduled = (schedule: Schedule, values: Values, language: Language): string =>
  joined(schedule.name[language], listed([...Object.keys(schedule.params), 'warmup'], values));
