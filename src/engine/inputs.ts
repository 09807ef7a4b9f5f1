import { interpret } from '../formula/interpret.ts';
import { writeSchedule } from './column.ts';
import type { Compiled } from './compile.ts';
import { parameterInput } from './field.ts';
import { normalDraws } from './noise.ts';
import { hyperInput } from './powers.ts';
import type { Settings } from './simulate.ts';

type Columns = Readonly<Record<string, Float64Array>>;

/** Rows that a step reads are its own: row s + 1 of an input column holds what the schedules give for s. */
const firstRow = 1;

const writeNoise = (column: Float64Array, draws: Float64Array, deviation: number): void => {
  for (let s = 0; s < column.length; s += 1) column[s] = (draws[s] as number) * deviation;
};

/** base^(s + 1) as a running product. */
const writePowers = (column: Float64Array, base: number): void => {
  let product = 1;
  for (let s = 0; s < column.length; s += 1) column[s] = product *= base;
};

const writeSteps = (column: Float64Array): void => {
  for (let s = 0; s < column.length; s += 1) column[s] = s + 1;
};

/**
 * Puts a run's settings into a kernel's memory: the args and the input columns. Returns the columns that a Run shows
 * (lr, mu, nx, ny), row s for s; runs with the same content share them.
 */
export function writeInputs({ loop, kernel, powers, held }: Compiled, settings: Settings): Columns {
  const { loss, rule, steps, seed, noise } = settings;
  const args: Record<string, number> = {};
  for (const name of loss.params) args[parameterInput(name)] = loss.values[name] ?? NaN;
  for (const name of rule.hyper) args[hyperInput(name)] = rule.values[name] ?? NaN;

  const columns: Record<string, Float64Array> = {};
  const shown: Record<string, Float64Array> = {};
  const put = (name: string, content: string, write: (column: Float64Array) => void): void => {
    const key = `${steps} ${content}`;
    let now = held.get(name);
    if (now?.key !== key) {
      now = { key, column: new Float64Array(steps + 1) };
      write(now.column);
      held.set(name, now);
    }
    columns[name] = now.column;
    if (name in showable) shown[name] = now.column;
  };
  for (const name of loop.inputs) {
    const base = powers.get(name);
    if (base !== undefined) {
      const value = (base.op === 'input' ? args[base.name as string] : interpret([base], args)[0]) as number;
      put(name, `${value}`, (column) => writePowers(column, value));
    } else if (name === 't') put(name, '', writeSteps);
    else if (name === 'nx' || name === 'ny') {
      const axis = name === 'nx' ? 'x' : 'y';
      put(name, `${seed} ${noise}`, (column) => writeNoise(column, normalDraws(seed, steps + 1)[axis], noise));
    } else {
      const [schedule, value] = name === 'lr' ? [settings.schedule, settings.lr] : [settings.muSchedule, settings.mu];
      put(name, `${value} ${schedule.formula} ${Object.values(schedule.values).join()}`, (column) =>
        writeSchedule(column, schedule, name, value),
      );
    }
  }
  // Last, because schedules are computed by kernels too, and all kernels share one memory.
  loop.args.forEach((name, i) => (kernel.args[i] = args[name] as number));
  for (const name of loop.inputs) (kernel.inputs[name] as Float64Array).set(columns[name] as Float64Array, firstRow);
  return shown;
}

const showable = { lr: true, mu: true, nx: true, ny: true };
