import { type PointProgram, pointNodes, pointsAt } from '../engine/points.ts';
import type { Settings } from '../engine/simulate.ts';
import type { Node } from '../formula/graph.ts';
import { namesOn, type SweepAxis } from './axis.ts';

/** A map: every pixel is a whole run, whose settings differ in what the axes name. */
export interface SweepPlan {
  readonly settings: Settings;
  /** The loss's local minima as formulas of its parameters, which an axis may vary; undefined where they are not known. */
  readonly minima: readonly PointProgram[] | undefined;
  /** From left to right, and from the bottom up; two different names. */
  readonly axes: readonly [across: SweepAxis, up: SweepAxis];
  /** Pixels across and up; a strip is one pixel high. */
  readonly size: readonly [width: number, height: number];
}

/** Settings that axes write to. */
interface Draft extends Omit<Settings, 'start' | 'lr' | 'mu' | 'seed' | 'minima'> {
  readonly start: [number, number];
  lr: number;
  mu: number;
  seed: number;
  minima: Settings['minima'];
}

type Values = Record<string, number>;

/** The part of a name after its first point: `b` of `surface.b`. */
const inner = (name: string): string => name.slice(name.indexOf('.') + 1);

const isOf = (name: string, group: string): boolean => name.startsWith(`${group}.`);

/** Whether an axis varies a parameter of the loss. */
export const isParameter = (axis: SweepAxis): boolean => namesOn(axis).some((name) => isOf(name, 'surface'));

/** The object of values that a name is kept in, and its key there; undefined for what settings hold themselves. */
function kept(draft: Draft, name: string): { values: Values; key: string } | undefined {
  const at = (values: Readonly<Values>, key: string) => (key in values ? { values: values as Values, key } : undefined);
  if (isOf(name, 'surface')) return at(draft.loss.values, inner(name));
  if (isOf(name, 'schedule')) return at(draft.schedule.values, inner(name));
  if (isOf(name, 'muSchedule')) return at(draft.muSchedule.values, inner(name));
  return at(draft.rule.values, name);
}

/** What puts values of an axis into the draft. Throws RangeError for a name that the settings do not have. */
function writer(draft: Draft, name: string): (value: number) => void {
  switch (name) {
    case 'start.x':
      return (value) => (draft.start[0] = value);
    case 'start.y':
      return (value) => (draft.start[1] = value);
    case 'seed':
      return (value) => (draft.seed = value);
    case 'lr':
      return (value) => (draft.lr = value);
    case 'mu':
      return (value) => (draft.mu = value);
    default: {
      const place = kept(draft, name);
      if (place === undefined) throw new RangeError(`axes: expected something that a run depends on, found ${name}`);
      return (value) => (place.values[place.key] = value);
    }
  }
}

/** What puts a place of an axis into the draft: a value, or a row of them. */
function axisWriter(draft: Draft, { name, rows }: SweepAxis): Writer {
  if (rows === undefined) return writer(draft, name);
  const writers = Object.keys(rows[0] ?? {}).map((each) => [each, writer(draft, each)] as const);
  return (place) => {
    const row = rows[Math.floor(place)] as Readonly<Values>;
    for (const [each, write] of writers) write(row[each] as number);
  };
}

/** The settings of each run of a map, one after the other in the same object. */
export interface SettingsAlong {
  /** The settings for values on the two axes, until it is called again. */
  at(across: number, up: number): Settings;
}

const copied = <T extends { readonly values: Readonly<Values> }>(of: T): T => ({ ...of, values: { ...of.values } });

/** The nodes of the minima, whose inputs are the loss's parameters. */
export const minimaNodes = ({ minima, settings }: SweepPlan): Node[] | undefined =>
  minima && pointNodes(minima, settings.loss.params);

/** Throws RangeError for an axis that the settings do not have. */
export function settingsAlong(plan: SweepPlan): SettingsAlong {
  const { settings, axes } = plan;
  const draft: Draft = {
    ...settings,
    start: [...settings.start],
    loss: copied(settings.loss),
    rule: copied(settings.rule),
    schedule: copied(settings.schedule),
    muSchedule: copied(settings.muSchedule),
  };
  const [setAcross, setUp] = axes.map((axis) => axisWriter(draft, axis)) as [Writer, Writer];
  const nodes = axes.some(isParameter) ? minimaNodes(plan) : undefined;
  return {
    at(across, up) {
      setAcross(across);
      setUp(up);
      if (nodes !== undefined) draft.minima = pointsAt(nodes, draft.loss.values);
      return draft;
    },
  };
}

type Writer = (value: number) => void;
