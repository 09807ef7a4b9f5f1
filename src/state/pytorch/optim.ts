import { stretches } from '../../engine/interventions.ts';
import type { Settings } from '../../engine/simulate.ts';
import { pythonNumber } from '../../formula/emit/python.ts';
import type { Torch, Values } from '../../optimizers/torch.ts';
import { ruleIn } from '../rule.ts';
import type { Runner } from '../schema.ts';

type Options = Readonly<Record<string, string>>;

/** A torch.optim optimizer that takes the path of a run. */
export interface TorchOptim {
  /** The class in torch.optim. */
  readonly name: string;
  /** Its keyword arguments, Python source: lr first. */
  readonly options: Options;
  /** Whether it takes the same path only because lr is constant. */
  readonly constantRate: boolean;
  /** The first version of PyTorch that does so; undefined where all do. */
  readonly since: string | undefined;
  /** Keyword arguments that have other values from a step on. */
  readonly changes: readonly { readonly step: number; readonly options: Options }[];
}

/** The keyword arguments of a class for these values; undefined where it does not take them. */
function optionsOf({ keywords }: Torch, values: Values): Options | undefined {
  const options: Record<string, string> = { lr: pythonNumber(values['lr'] as number) };
  for (const [name, keyword] of Object.entries(keywords)) {
    const source = keyword(values);
    if (source === undefined) return undefined;
    options[name] = source;
  }
  return options;
}

/** The torch.optim optimizer that takes a run's path; undefined where its rule has to be written out. */
export function torchOptimOf(runner: Runner, settings: Settings): TorchOptim | undefined {
  const { torch, variants, hyper } = ruleIn(runner);
  const form = runner.variant === 'default' ? torch : variants[runner.variant]?.torch;
  if (form === undefined) return undefined;
  if ('mu' in hyper && settings.muSchedule.formula !== 'mu') return undefined;
  const initial = { ...settings.rule.values, mu: settings.mu, lr: settings.lr };
  const held = stretches(initial, settings.interventions, settings.steps);
  // Without momentum, torch.optim keeps no velocity to go on with later.
  const mus = new Set(held.map(({ values }) => values.mu));
  if (mus.size > 1 && mus.has(0)) return undefined;
  const constantRate = form.constantRate === true;
  const isConstant = settings.schedule.formula === 'lr' && held.every(({ values }) => values.lr === settings.lr);
  if (constantRate && !isConstant) return undefined;
  const stages: { step: number; options: Options }[] = [];
  for (const { from, values } of held) {
    const options = optionsOf(form, values);
    if (options === undefined) return undefined;
    stages.push({ step: from, options });
  }
  const [first = { options: {} }, ...others] = stages;
  const changes = others.map(({ step, options }, i) => {
    const before = stages[i]?.options;
    return {
      step,
      options: Object.fromEntries(Object.entries(options).filter(([name, now]) => now !== before?.[name])),
    };
  });
  return { name: form.name, options: first.options, constantRate, since: form.since, changes };
}
