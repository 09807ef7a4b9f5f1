import type { Quantity } from '../../formula/quantity.ts';
import { interventionLimit, oneOf, stepLimit, valueOf, wholeNumber } from '../field.ts';
import { ruleIn } from '../rule.ts';
import { interventionSchema, type Runner, type SceneIntervention } from '../schema.ts';
import { type Given, own, type Report } from './report.ts';

const fields = ['step', 'id', 'name', 'value', 'off'] as const;
const offField = interventionSchema.entries.off.wrapped;
const stepField = wholeNumber(1, stepLimit - 1);

const readOne = (
  report: Report,
  path: string,
  given: Given,
  runners: readonly Runner[],
): SceneIntervention | undefined => {
  report.unknown(`${path}.`, given, fields);
  const needed = (name: (typeof fields)[number]): unknown => own(given, name) ?? null;
  const ids = oneOf(runners.map(({ id }) => id));
  const step = report.field<number | undefined>(`${path}.step`, stepField, needed('step'), undefined);
  const id = report.field<string | undefined>(`${path}.id`, ids, needed('id'), undefined);
  const runner = runners.find((each) => each.id === id);
  if (runner === undefined) return undefined;
  const { hyper } = ruleIn(runner);
  const names = oneOf(Object.keys(hyper));
  const name = report.field<string | undefined>(`${path}.name`, names, needed('name'), undefined);
  if (name === undefined) return undefined;
  const quantity = valueOf(hyper[name] as Quantity);
  const value = report.field<number | undefined>(`${path}.value`, quantity, needed('value'), undefined);
  const { off } = report.optional('off', offField, given, undefined, `${path}.`);
  if (step === undefined || value === undefined) return undefined;
  return { step, id: runner.id, name, value, ...(off === true && { off }) };
};

/**
 * The interventions of a scene, in the order of their steps; those that cannot be kept are reported and left out, those
 * that come after the last step are reported and kept. Without input, those of `kept` on the
 * optimizers that there are.
 */
export function readInterventions(
  report: Report,
  input: unknown,
  runners: readonly Runner[],
  steps: number,
  kept: readonly SceneIntervention[],
): SceneIntervention[] {
  if (input === null) return [];
  const stays = (): SceneIntervention[] => kept.filter(({ id }) => runners.some((runner) => runner.id === id));
  if (input === undefined) return stays();
  const expected = {
    en: `a list of at most ${interventionLimit} interventions`,
    zh: `最多 ${interventionLimit} 次干预的列表`,
  };
  if (!Array.isArray(input)) {
    report.mismatch('interventions', expected, input);
    return stays();
  }
  if (input.length > interventionLimit) report.mismatch(`interventions[${interventionLimit}]`, expected, input);
  const read: SceneIntervention[] = [];
  input.slice(0, interventionLimit).forEach((item: unknown, i) => {
    const path = `interventions[${i}]`;
    const given = report.object(path, item ?? null);
    const one = given && readOne(report, path, given, runners);
    if (one === undefined) return;
    const { step, id, name } = one;
    if (read.some((other) => other.step === step && other.id === id && other.name === name)) {
      report.add(path, {
        en: `there is another value of ${name} of ${id} at step ${step}; the first one is used`,
        zh: `第 ${step} 步上 ${id} 的 ${name} 已有另一个值；使用第一个`,
      });
      return;
    }
    if (step >= steps)
      report.add(`${path}.step`, {
        en: `step ${step} is not before the last of ${steps} steps; it is kept, and does nothing until there are more`,
        zh: `第 ${step} 步不在最后一步（共 ${steps} 步）之前；予以保留，增加步数后才起作用`,
      });
    read.push(one);
  });
  return read.toSorted((a, b) => a.step - b.step);
}
