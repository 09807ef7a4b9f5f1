import { capacity } from '../formula/loop.ts';
import type { Batches } from './batch.ts';
import type { ScheduleProgram } from './column.ts';
import { type Compiled, compile } from './compile.ts';
import { writeArgs, writeInputs } from './inputs.ts';
import { type Intervention, stretches } from './interventions.ts';
import type { Point } from './points.ts';
import type { Run } from './run.ts';
import { verdict } from './status.ts';
import type { LossProgram, RuleProgram } from './step.ts';

/** The longest run. */
const mostSteps = 20_000;

/** Everything that a run depends on. */
export interface Settings {
  readonly loss: LossProgram & { readonly values: Readonly<Record<string, number>>; readonly batch?: Batches };
  /** The rule, and the values of its hyperparameters. */
  readonly rule: RuleProgram & { readonly values: Readonly<Record<string, number>> };
  readonly lr: number;
  /** 0 where the rule has no mu. */
  readonly mu: number;
  readonly schedule: ScheduleProgram;
  readonly muSchedule: ScheduleProgram;
  readonly start: readonly [number, number];
  readonly steps: number;
  readonly seed: number;
  /** Standard deviation of the Gaussian noise added to each component of every gradient that the rule asks for. */
  readonly noise: number;
  readonly domain: readonly [number, number, number, number];
  /** The loss's local minima; undefined where they are not known. */
  readonly minima: readonly Point[] | undefined;
  /** How near to a minimum a settled run stays, see `verdict`. */
  readonly tolerance?: number;
  /** What is changed on the way, in the order of its steps. */
  readonly interventions?: readonly Intervention[];
}

/** Runs the kernel from a row that is there to row `last`; returns the last row whose numbers are all finite. */
const advance = ({ loop, kernel }: Compiled, from: number, last: number): number => {
  let row = from;
  while (row < last) {
    const stopped = kernel.run(row + 1, last + 1);
    if (stopped > last) return last;
    if (!loop.outputs.every(({ name }) => Number.isFinite(kernel.outputs[name]?.[stopped]))) return stopped - 1;
    row = stopped;
  }
  return last;
};

/**
 * Runs the kernel from row 0, which is there; returns the last row whose numbers are all finite. One call, or one for each
 * stretch between changes of the hyperparameters that are args.
 */
export const advanceAll = (compiled: Compiled, settings: Settings): number => {
  const { rule, steps, interventions } = settings;
  if (interventions === undefined) return advance(compiled, 0, steps);
  for (const { values, from, to } of stretches(rule.values, interventions, steps)) {
    if (from > 0) writeArgs(compiled, settings, values);
    const finite = advance(compiled, from, to);
    if (finite < to) return finite;
  }
  return steps;
};

type Columns = Record<string, Float64Array>;
/** What of a kernel's columns a run has. */
type Keep = (columns: Readonly<Columns>, rows: number) => Columns;

/** The first rows of every column, all in one buffer: one allocation, one thing to send to another thread. */
export const copied: Keep = (columns, rows) => {
  const names = Object.keys(columns);
  const buffer = new ArrayBuffer(8 * rows * names.length);
  const copies: Columns = {};
  names.forEach((name, i) => {
    const copy = new Float64Array(buffer, 8 * rows * i, rows);
    copy.set((columns[name] as Float64Array).subarray(0, rows));
    copies[name] = copy;
  });
  return copies;
};

/** The first rows of every column where they are. */
const inPlace: Keep = (columns, rows) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.subarray(0, rows)]));

/** Where a run starts, its loss and its gradient there. */
type First = Readonly<Record<string, number>>;

/** Row 0 of a run, as far as it is not 0. Of kernels that share a memory, it uses one: before anything is put into another. */
export function firstOf({ field }: Compiled, { loss, start: [x, y] }: Settings): First {
  const { loss: value, gx, gy } = field.at(loss.values, x, y);
  return { x, y, loss: value, gx, gy };
}

/** Puts row 0 into a kernel's columns; whether all of it is finite. */
export function writeFirst({ loop, kernel }: Compiled, first: First): boolean {
  for (const { name } of loop.outputs) (kernel.outputs[name] as Float64Array)[0] = first[name] ?? 0;
  return Object.values(first).every(Number.isFinite);
}

function simulated(id: string, settings: Settings, using: typeof compile, keep: Keep): Run {
  const { loss, rule, steps } = settings;
  if (!(steps >= 0 && steps <= mostSteps && steps + 2 <= capacity))
    throw new RangeError(`steps: expected 0 to ${mostSteps}, found ${steps}`);
  const compiled = using(loss, rule, settings.noise > 0);
  const { outputs } = compiled.kernel;
  const first = firstOf(compiled, settings);
  const given = writeInputs(compiled, settings, keep === inPlace);
  const finite = writeFirst(compiled, first) ? advanceAll(compiled, settings) : -1;
  const taken = Math.max(0, finite);
  const columns = keep(outputs, taken + 1);
  for (const name in given) columns[name] = (given[name] as Float64Array).subarray(0, taken + 1);
  return { id, ...verdict(outputs, finite, settings), steps: taken, evaluations: compiled.evaluations, columns };
}

/**
 * One optimizer's run: always the full number of steps unless a number becomes non-finite. Row s of each column is the
 * state after s steps. Throws FormulaError where the loss or the rule is not a program, and RangeError for more than
 * `mostSteps` steps.
 */
export const simulate = (id: string, settings: Settings, using: typeof compile = compile): Run =>
  simulated(id, settings, using, copied);

/** The same for whoever reads it at once: its columns are the kernel's memory, on which the next run or field writes. */
export const simulateInPlace = (id: string, settings: Settings): Run => simulated(id, settings, compile, inPlace);
