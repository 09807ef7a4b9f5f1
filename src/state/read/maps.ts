import type { SweepAxis } from '../../sweep/axis.ts';
import { axisQuantities, wholeAxis } from '../maps/axes.ts';
import { mapRunner } from '../maps/chosen.ts';
import { checkAxis } from '../maps/range.ts';
import { mapAxisSchema, mapsSchema, type MapsSettings, raceSchema, type RaceSettings } from '../maps/schema.ts';
import type { Scene } from '../schema.ts';
import { own, type Report } from './report.ts';

const { entries } = mapsSchema;

type Kept = MapsSettings | undefined;

/** The fields that stand for themselves; those of the others depend on the scene, or have fields of their own. */
const plainFields = (Object.keys(entries) as (keyof MapsSettings)[]).filter(
  (name) => name !== 'x' && name !== 'y' && name !== 'race',
);

/** One axis: its name has to be one that the optimizer's runs depend on; the range is that of its slider where it is left out. */
function readAxis<K extends 'x' | 'y'>(
  report: Report,
  input: unknown,
  name: K,
  scene: Scene,
  kept: SweepAxis | undefined,
): { [P in K]?: SweepAxis } {
  const before = (kept === undefined ? {} : { [name]: kept }) as { [P in K]?: SweepAxis };
  if (input === null) return {};
  const path = `maps.${name}`;
  const given = report.object(path, input);
  const runner = mapRunner(scene);
  if (given === undefined || runner === undefined) return before;
  report.unknown(`${path}.`, given, Object.keys(mapAxisSchema.entries));
  const quantities = axisQuantities(scene, runner);
  const names = Object.keys(quantities);
  const found = report.field(`${path}.name`, mapAxisSchema.entries.name, own(given, 'name'), kept?.name ?? '');
  if (!names.includes(found)) {
    report.mismatch(`${path}.name`, { en: `one of ${names.join(', ')}`, zh: `以下之一：${names.join('、')}` }, found);
    return before;
  }
  const whole = kept?.name === found ? kept : wholeAxis(quantities, found);
  const axis = {
    name: found,
    from: report.field(`${path}.from`, mapAxisSchema.entries.from, own(given, 'from'), whole.from),
    to: report.field(`${path}.to`, mapAxisSchema.entries.to, own(given, 'to'), whole.to),
    scale: report.field(`${path}.scale`, mapAxisSchema.entries.scale, own(given, 'scale'), whole.scale),
  };
  const why = checkAxis(axis);
  if (why !== undefined) report.mismatch(path, why, given);
  return why === undefined ? ({ [name]: axis } as { [P in K]?: SweepAxis }) : before;
}

/** What the fair race tunes with. */
function readRace(report: Report, input: unknown, kept: RaceSettings | undefined): { race?: RaceSettings } {
  const before = kept === undefined ? {} : { race: kept };
  if (input === null) return {};
  const given = report.object('maps.race', input);
  if (given === undefined) return before;
  const { entries: known } = raceSchema;
  report.unknown('maps.race.', given, Object.keys(known));
  const optional = <K extends keyof RaceSettings>(name: K) =>
    report.optional(name, known[name].wrapped as never, given, kept?.[name], 'maps.race.') as { [P in K]?: never };
  return { race: { ...optional('trials'), ...optional('starts'), ...optional('seeds'), ...optional('seed') } };
}

/** What the maps view shows: `kept`, or its parts, where the input is absent or wrong; null removes it. */
export function readMaps(report: Report, input: unknown, scene: Scene, kept: Kept): { maps?: MapsSettings } {
  const before = kept === undefined ? {} : { maps: kept };
  if (input === null) return {};
  const given = report.object('maps', input);
  if (given === undefined) return before;
  report.unknown('maps.', given, Object.keys(entries));
  const plain: MapsSettings = Object.assign(
    {},
    ...plainFields.map((name) => report.optional(name, entries[name].wrapped as never, given, kept?.[name], 'maps.')),
  );
  const chosen = { ...scene, maps: plain };
  return {
    maps: {
      ...plain,
      ...readAxis(report, own(given, 'x'), 'x', chosen, kept?.x),
      ...readAxis(report, own(given, 'y'), 'y', chosen, kept?.y),
      ...readRace(report, own(given, 'race'), kept?.race),
    },
  };
}
