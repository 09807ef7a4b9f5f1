import { type Compiled, stepLoop } from '../engine/compile.ts';
import { writeInputs } from '../engine/inputs.ts';
import type { Settings } from '../engine/simulate.ts';
import { interpretLoop } from '../formula/loop.ts';
import { interpret } from '../formula/interpret.ts';
import type { Node } from '../formula/graph.ts';
import { parameterInput } from '../engine/field.ts';
import { columnsAcross } from './shader.ts';

/** Values of settings by the names that axes have. */
export function settingOf(settings: Settings, name: string): number {
  const [group = '', key = ''] = name.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    start: { x: settings.start[0], y: settings.start[1] },
    surface: settings.loss.values,
    schedule: settings.schedule.values,
    muSchedule: settings.muSchedule.values,
  };
  if (name === 'lr' || name === 'mu') return settings[name];
  return (groups[group] === undefined ? settings.rule.values[name] : groups[group][key]) ?? NaN;
}

/** The columns as texels of four numbers, all of a step one after the other, filled up to whole rows of the texture. */
export function columnTexels(settings: Settings, columns: readonly string[]): Float32Array {
  const texels = Math.ceil(columns.length / 4);
  const rows = Math.ceil(((settings.steps + 1) * texels) / columnsAcross);
  const data = new Float32Array(Math.max(1, rows) * columnsAcross * 4);
  if (columns.length === 0) return data;
  const step = stepLoop(settings.loss, settings.rule, settings.noise > 0);
  // Nothing is run: this is the memory that the engine writes its inputs into.
  const kernel = interpretLoop(step.loop, { offset: 0, rows: settings.steps + 2 });
  const compiled: Compiled = { ...step, kernel, held: new Map() };
  writeInputs(compiled, settings);
  columns.forEach((name, i) => {
    const column = kernel.inputs[name] as Float64Array;
    for (let s = 0; s <= settings.steps; s += 1) data[4 * (s * texels + (i >> 2)) + (i & 3)] = column[s + 1] as number;
  });
  return data;
}

/** The base of a power that is the same for every run. */
export function powerBase(settings: Settings, base: Node): number {
  const { loss, rule } = settings;
  const values = Object.fromEntries([
    ...loss.params.map((name) => [parameterInput(name), loss.values[name] ?? NaN] as const),
    ...rule.hyper.map((name) => [`h.${name}`, rule.values[name] ?? NaN] as const),
  ]);
  return interpret([base], values)[0] as number;
}
