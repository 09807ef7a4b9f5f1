import type { Node } from '../formula/graph.ts';
import { interpret } from '../formula/interpret.ts';
import { batchKey, isBatchInput, writeBatch } from './batch.ts';
import { writeSchedule } from './column.ts';
import type { Compiled } from './compile.ts';
import { parameterInput } from './field.ts';
import { stretches } from './interventions.ts';
import { normalDraws } from './noise.ts';
import { hyperInput } from './powers.ts';
import type { Settings } from './simulate.ts';

type Columns = Readonly<Record<string, Float64Array>>;

/** Rows that a step reads are its own: row s + 1 of an input column holds what the schedules give for s. */
const firstRow = 1;

const writeNoise = (column: Float64Array, draws: Float64Array, deviation: number): void => {
  for (let s = 0; s < column.length; s += 1) column[s] = (draws[s] as number) * deviation;
};

/** base^(s + 1) as a running product, in rows from … to − 1. */
const writePowers = (column: Float64Array, base: number, from: number, to: number): void => {
  let product = 1;
  for (let s = 0; s < from; s += 1) product *= base;
  for (let s = from; s < to; s += 1) column[s] = product *= base;
};

const writeSteps = (column: Float64Array): void => {
  for (let s = 0; s < column.length; s += 1) column[s] = s + 1;
};

type Values = Readonly<Record<string, number>>;

/** What a kernel is given that is no column: the loss's parameters, and these values of the rule's hyperparameters. */
const argsOf = ({ loss, rule }: Settings, hyper: Values): Record<string, number> => {
  const args: Record<string, number> = {};
  for (const name of loss.params) args[parameterInput(name)] = loss.values[name] ?? NaN;
  for (const name of rule.hyper) args[hyperInput(name)] = hyper[name] ?? NaN;
  return args;
};

/** The value of the base of a power, given the args of the loop. */
const baseOf = (base: Node, args: Values): number =>
  (base.op === 'input' ? args[base.name as string] : interpret([base], args)[0]) as number;

/**
 * Writes one input column that depends on hyperparameters or on schedules, lr, mu or a power, into a kernel's memory, where
 * nothing is changed on the way.
 */
export function writeInput({ kernel, powers }: Compiled, settings: Settings, name: string): void {
  const column = (kernel.inputs[name] as Float64Array).subarray(firstRow, firstRow + settings.steps + 1);
  const base = powers.get(name);
  if (base !== undefined) writePowers(column, baseOf(base, argsOf(settings, settings.rule.values)), 0, column.length);
  else if (name === 'lr') writeSchedule(column, settings.schedule, name, settings.lr);
  else writeSchedule(column, settings.muSchedule, name, settings.mu);
}

/** Gives a kernel other values of the loss's parameters and of the rule's hyperparameters, which are its args in this order. */
export function writeArgs({ kernel: { args } }: Compiled, { loss, rule }: Settings, hyper: Values): void {
  for (let i = 0; i < loss.params.length; i += 1) args[i] = loss.values[loss.params[i] as string] ?? NaN;
  for (let i = 0; i < rule.hyper.length; i += 1) args[loss.params.length + i] = hyper[rule.hyper[i] as string] ?? NaN;
}

/** The hyperparameters that are changed on the way, as columns: row s holds what step s + 1 uses. */
function changedColumns({ loop }: Compiled, { rule, steps, interventions = [] }: Settings): Columns {
  const names = rule.hyper.filter((name) => interventions.some((each) => each.name === name));
  const free = names.filter((name) => !(name in showable) && loop.outputs.every((output) => output.name !== name));
  const columns = Object.fromEntries(free.map((name) => [name, new Float64Array(steps + 1)]));
  for (const { values, from, to } of stretches(rule.values, interventions, steps + 1))
    for (const name of free) columns[name]?.fill(values[name] as number, from, to);
  return columns;
}

/** The axis of the plane that a column of noise is of. */
const axisOf = { nx: 'x', ny: 'y' } as const;
const isNoise = (name: string): name is keyof typeof axisOf => name in axisOf;

/**
 * Puts a run's settings into a kernel's memory: the args as they are at the start, and the input columns. Returns the
 * columns that a Run shows, row s for s: lr, mu, nx, ny, and each hyperparameter that is changed on the way. Runs with the
 * same content share them; in place, those of the noise are in the kernel's memory.
 */
export function writeInputs(compiled: Compiled, settings: Settings, isInPlace = false): Columns {
  const { loop, kernel, powers, held } = compiled;
  const { loss, rule, steps, seed, noise, interventions } = settings;
  const { batch } = loss;
  const rows = steps + 1;
  const args = argsOf(settings, rule.values);
  const changes = interventions === undefined ? '' : ` ${JSON.stringify([rule.values, interventions])}`;
  const columns: Record<string, Float64Array> = {};
  const shown: Record<string, Float64Array> = {};
  const put = (name: string, content: string, write: (column: Float64Array) => void): void => {
    const key = `${steps} ${content}`;
    let now = held.get(name);
    if (now?.key !== key) {
      now = { key, column: new Float64Array(rows) };
      write(now.column);
      held.set(name, now);
    }
    columns[name] = now.column;
    if (name in showable) shown[name] = now.column;
  };
  for (const name of loop.inputs) {
    const base = powers.get(name);
    if (base !== undefined) {
      put(name, `${baseOf(base, args)}${changes}`, (column) => {
        for (const { values, from, to } of stretches(rule.values, interventions, rows))
          writePowers(column, baseOf(base, argsOf(settings, values)), from, to);
      });
    } else if (name === 't') put(name, '', writeSteps);
    else if (batch !== undefined && isBatchInput(name))
      put(name, batchKey(seed, batch), (column) => writeBatch(column, name, seed, batch));
    else if (isNoise(name) && isInPlace) continue;
    else if (isNoise(name)) {
      put(name, `${seed} ${noise}`, (column) => writeNoise(column, normalDraws(seed, rows)[axisOf[name]], noise));
    } else {
      const [schedule, value] = name === 'lr' ? [settings.schedule, settings.lr] : [settings.muSchedule, settings.mu];
      put(name, `${value} ${schedule.formula} ${Object.values(schedule.values).join()}${changes}`, (column) => {
        for (const { values, from, to } of stretches({ [name]: value }, interventions, rows))
          writeSchedule(column, schedule, name, values[name] as number, from, to);
      });
    }
  }
  // Last, because schedules are computed by kernels too, and all kernels share one memory.
  writeArgs(compiled, settings, rule.values);
  for (const name of loop.inputs) {
    const input = kernel.inputs[name] as Float64Array;
    const column = columns[name];
    if (column !== undefined) input.set(column, firstRow);
    else if (isNoise(name)) {
      const place = input.subarray(firstRow, firstRow + rows);
      writeNoise(place, normalDraws(seed, rows)[axisOf[name]], noise);
      shown[name] = place;
    }
  }
  return interventions === undefined ? shown : { ...shown, ...changedColumns(compiled, settings) };
}

const showable = { lr: true, mu: true, nx: true, ny: true };
