import { stretches } from '../../engine/interventions.ts';
import type { Settings } from '../../engine/simulate.ts';
import { pythonNumber } from '../../formula/emit/python.ts';
import type { RuleId } from '../../optimizers/catalog.ts';
import { ruleIn } from '../rule.ts';
import type { Runner } from '../schema.ts';

type Values = Readonly<Record<string, number>>;

/** A class of torch.optim that is one form of a rule. */
interface Form {
  readonly name: string;
  /** Its keyword arguments besides lr. */
  readonly options: (values: Values) => Readonly<Record<string, string>>;
  /** Whether the class takes these values: it raises for some that the rule itself can be run with. */
  readonly takes: (values: Values) => boolean;
  /** Only while lr is constant: the class keeps lr outside the velocity, the rule inside. */
  readonly constantRate?: true;
}

const of = (values: Values, name: string): number => values[name] as number;
const share = (value: number): boolean => value >= 0 && value < 1;
const eps = (values: Values): { eps: string } => ({ eps: pythonNumber(of(values, 'eps')) });
const takesEps = (values: Values): boolean => of(values, 'eps') >= 0;

const momentum: Form = {
  name: 'SGD',
  options: ({ mu = 0 }) => ({ momentum: pythonNumber(mu) }),
  takes: ({ mu = 0 }) => mu >= 0,
};

const nesterov: Form = {
  name: 'SGD',
  options: ({ mu = 0 }) => ({ momentum: pythonNumber(mu), nesterov: 'True' }),
  takes: ({ mu = 0 }) => mu > 0,
};

/** The forms of the built-in rules that PyTorch has, by rule and variant; all others are written out. */
const forms: Readonly<Partial<Record<RuleId, Readonly<Record<string, Form>>>>> = {
  sgd: { default: { name: 'SGD', options: () => ({}), takes: () => true } },
  momentum: { pytorch: momentum, default: { ...momentum, constantRate: true } },
  nesterov: { pytorch: nesterov, default: { ...nesterov, constantRate: true } },
  adagrad: { default: { name: 'Adagrad', options: eps, takes: takesEps } },
  rmsprop: {
    default: {
      name: 'RMSprop',
      options: (values) => ({ alpha: pythonNumber(of(values, 'decay_rate')), ...eps(values) }),
      takes: (values) => of(values, 'decay_rate') >= 0 && takesEps(values),
    },
  },
  adam: {
    default: {
      name: 'Adam',
      options: (values) => ({
        betas: `(${pythonNumber(of(values, 'beta1'))}, ${pythonNumber(of(values, 'beta2'))})`,
        ...eps(values),
      }),
      takes: (values) => share(of(values, 'beta1')) && share(of(values, 'beta2')) && takesEps(values),
    },
  },
};

/** A torch.optim optimizer that takes the path of a run. */
export interface TorchOptim {
  /** The class in torch.optim. */
  readonly name: string;
  /** Its keyword arguments, Python source: lr first. */
  readonly options: Readonly<Record<string, string>>;
  /** Whether it takes the same path only because lr is constant. */
  readonly constantRate: boolean;
  /** Keyword arguments that have other values from a step on. */
  readonly changes: readonly { readonly step: number; readonly options: Readonly<Record<string, string>> }[];
}

/** The torch.optim optimizer that takes a run's path; undefined where its rule has to be written out. */
export function torchOptimOf(runner: Runner, settings: Settings): TorchOptim | undefined {
  const { id, variant } = runner;
  const ofRule = Object.hasOwn(forms, id) ? forms[id as RuleId] : undefined;
  const form = ofRule !== undefined && Object.hasOwn(ofRule, variant) ? ofRule[variant] : undefined;
  if (form === undefined) return undefined;
  const initial = { ...settings.rule.values, mu: settings.mu, lr: settings.lr };
  const held = stretches(initial, settings.interventions, settings.steps);
  if (!held.every(({ values }) => form.takes(values))) return undefined;
  if ('mu' in ruleIn(runner).hyper && settings.muSchedule.formula !== 'mu') return undefined;
  // Without momentum, torch.optim keeps no velocity to go on with later.
  const mus = new Set(held.map(({ values }) => values.mu));
  if (mus.size > 1 && mus.has(0)) return undefined;
  const constantRate = form.constantRate === true;
  const isConstant = settings.schedule.formula === 'lr' && held.every(({ values }) => values.lr === settings.lr);
  if (constantRate && !isConstant) return undefined;
  const stages = held.map(({ from, values }) => ({
    step: from,
    options: { lr: pythonNumber(values.lr), ...form.options(values) } as Record<string, string>,
  }));
  const [first = { options: {} }, ...others] = stages;
  const changes = others.map(({ step, options }, i) => {
    const before = stages[i]?.options;
    return {
      step,
      options: Object.fromEntries(Object.entries(options).filter(([name, now]) => now !== before?.[name])),
    };
  });
  return { name: form.name, options: first.options, constantRate, changes };
}
