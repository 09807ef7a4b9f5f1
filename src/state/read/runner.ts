import { isRuleId, type RuleId, ruleOf, rules } from '../../optimizers/catalog.ts';
import { identifier, names, oneOf, runnerLimit, text } from '../field.ts';
import { initialRunner } from '../initial.ts';
import { hyperQuantity } from '../parameter.ts';
import { type Runner, runnerSchema, type SceneSurface } from '../schema.ts';
import { checkRule, ruleHyper, ruleState } from '../typed.ts';
import { type Given, own, type Report } from './report.ts';
import { accepts } from './surface.ts';

/** What a runner is read against: its place, the surface, and the runner of the same id that was there before. */
interface Place {
  readonly path: string;
  readonly surface: SceneSurface;
  readonly before: Runner | undefined;
}

const offField = runnerSchema.entries.off.wrapped;

const readBuiltIn = (report: Report, given: Given, id: RuleId, { path, surface, before }: Place): Runner => {
  const { hyper, variants } = ruleOf(id);
  const kept = before ?? initialRunner(id, surface);
  report.unknown(`${path}.`, given, ['id', ...Object.keys(hyper), 'variant', 'overlay', 'off']);
  const values = report.quantities(`${path}.`, hyper, given, kept);
  const form = oneOf(['default', ...Object.keys(variants)]);
  return {
    id,
    ...values,
    lr: values['lr'] as number,
    variant: report.field(`${path}.variant`, form, own(given, 'variant'), kept.variant),
    ...report.optional('overlay', form, given, kept.overlay, `${path}.`),
    ...report.optional('off', offField, given, kept.off, `${path}.`),
  };
};

const readTyped = (report: Report, given: Given, id: string, { path, before }: Place): Runner | undefined => {
  const rule = report.field(`${path}.rule`, text, own(given, 'rule'), before?.rule);
  if (rule === undefined || !accepts(report, `${path}.rule`, () => ruleState(rule))) return before;
  const keptState = rule === before?.rule && before.state !== undefined ? before.state : ruleState(rule);
  const state = report.field(`${path}.state`, names, own(given, 'state'), keptState);
  if (!accepts(report, `${path}.rule`, () => checkRule(rule, state))) return before;
  const hyper = Object.fromEntries(ruleHyper(rule, state).map((name) => [name, hyperQuantity(name)]));
  report.unknown(`${path}.`, given, ['id', 'rule', 'state', ...Object.keys(hyper), 'variant', 'off']);
  const values = report.quantities(`${path}.`, hyper, given, before ?? {});
  return {
    id,
    rule,
    state,
    ...values,
    lr: values['lr'] as number,
    variant: report.field(`${path}.variant`, oneOf(['default']), own(given, 'variant'), 'default'),
    ...report.optional('off', offField, given, before?.off, `${path}.`),
  };
};

const readRunner = (report: Report, given: Given, id: string, place: Place): Runner | undefined => {
  const hasRule = own(given, 'rule') !== undefined || place.before?.rule !== undefined;
  if (isRuleId(id)) return readBuiltIn(report, given, id, place);
  if (hasRule) return readTyped(report, given, id, place);
  report.mismatch(
    `${place.path}.id`,
    {
      en: `one of ${ids}, or a "rule" beside it`,
      zh: `以下之一：${ids}，或另有 "rule" 字段`,
    },
    id,
  );
  return undefined;
};

const ids = rules.map(({ id }) => id).join(', ');

/** The optimizers of the race, each once; those that cannot be kept are reported and left out. */
export function readRunners(report: Report, input: unknown, surface: SceneSurface, kept: readonly Runner[]): Runner[] {
  if (input === undefined) return [...kept];
  const expected = { en: `a list of at most ${runnerLimit} optimizers`, zh: `最多 ${runnerLimit} 个优化器的列表` };
  if (!Array.isArray(input)) {
    report.mismatch('optimizers', expected, input);
    return [...kept];
  }
  if (input.length > runnerLimit) report.mismatch(`optimizers[${runnerLimit}]`, expected, input);
  const read: Runner[] = [];
  input.slice(0, runnerLimit).forEach((item: unknown, i) => {
    const path = `optimizers[${i}]`;
    const given = report.object(path, item ?? null);
    const id = given && report.field<string | undefined>(`${path}.id`, identifier, own(given, 'id') ?? null, undefined);
    if (given === undefined || id === undefined) return;
    if (read.some((runner) => runner.id === id)) {
      report.mismatch(`${path}.id`, { en: 'an id that is not in the list yet', zh: '列表中尚未出现的 id' }, id);
      return;
    }
    const runner = readRunner(report, given, id, { path, surface, before: kept.find((other) => other.id === id) });
    if (runner !== undefined) read.push(runner);
  });
  if (read.length > 0 || input.length === 0) return read;
  report.add('optimizers', {
    en: 'none of the list could be kept; the optimizers from before are used',
    zh: '列表中没有可用的优化器；沿用原来的优化器',
  });
  return [...kept];
}
