import { describe, expect, it } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { isRuleId, ruleOf, rules } from '../../src/optimizers/catalog.ts';
import { initialRunner, initialScene, suggestedRate } from '../../src/state/initial.ts';
import { pytorchScript } from '../../src/state/pytorch.ts';
import type { Runner, Scene, SceneIntervention } from '../../src/state/schema.ts';
import { readScene } from '../../src/state/read/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { type Answer, askPython, checkedBy } from './askPython.ts';

interface Case {
  readonly title: string;
  readonly scene: Scene;
  readonly id: string;
}

const halved = { kind: 'step', factor: 0.5, every: 100 } as const;
const own: Runner = {
  id: 'own',
  rule: 'lambda = pi*hypot(g, 1)*decay^t; h = max(g, 0, -g); q = t; x = x - lr*relu(grad(x - lr*u) + softplus(u))*sign(g)/lambda; u = decay*u + g/h',
  state: ['u', 'q'],
  lr: 0.05,
  decay: 0.9,
  variant: 'default',
};

const withRunner = (scene: Scene, runner: Partial<Runner> & { id: string }): Scene => ({
  ...scene,
  optimizers: rules.map(({ id }) => ({ ...initialRunner(id, scene.surface), ...(id === runner.id ? runner : {}) })),
});

/** Every hyperparameter of a rule changed at a step of its own, and lr twice. */
const changes = ({ id, hyper }: (typeof rules)[number]): SceneIntervention[] => {
  const steps = Object.entries(hyper).map(([name, { initial }], i) => {
    const value = name === 'lr' ? suggestedRate('rosenbrock', id) / 2 : initial < 1e-3 ? initial * 100 : initial * 0.9;
    return { step: 30 + 20 * i, id, name, value };
  });
  return [...steps, { step: 150, id, name: 'lr', value: suggestedRate('rosenbrock', id) / 3 }];
};

const ownData = (loss: 'squared' | 'huber', standardised: boolean): Scene => {
  const data = Array.from({ length: 23 }, (_, i) => [3 + Math.sin(3 * i), i % 9 === 0 ? 20 : Math.cos(2 * i) - 4]);
  return readScene({ surface: { data, loss, standardised } }).scene;
};

/** Every form of every rule, with lr constant and not, then every surface, then what else a scene can ask for. */
const cases: Case[] = [
  ...rules.flatMap(({ id, variants }) =>
    ['default', ...Object.keys(variants)].flatMap((variant) =>
      ([{ kind: 'constant' }, halved] as const).map((schedule) => ({
        title: `${id} ${variant}, ${schedule.kind} lr`,
        scene: { ...withRunner(initialScene(), { id, variant }), steps: 300, schedule },
        id,
      })),
    ),
  ),
  ...rules.flatMap((rule) =>
    ['default', ...Object.keys(rule.variants)].flatMap((variant) =>
      ([{ kind: 'constant' }, halved] as const).map((schedule) => ({
        title: `${rule.id} ${variant}, ${schedule.kind} lr, changed on the way`,
        scene: {
          ...withRunner(initialScene(), { id: rule.id, variant }),
          steps: 200,
          noise: 0.01,
          schedule,
          interventions: changes(rule),
        },
        id: rule.id,
      })),
    ),
  ),
  {
    title: 'momentum in the form of PyTorch, switched off and on again',
    scene: {
      ...withRunner(initialScene(), { id: 'momentum', variant: 'pytorch' }),
      steps: 100,
      interventions: [
        { step: 20, id: 'momentum', name: 'mu', value: 0 },
        { step: 40, id: 'momentum', name: 'mu', value: 0.8 },
      ],
    },
    id: 'momentum',
  },
  ...surfaces.map(({ id }) => ({
    title: `${id}, with noise`,
    scene: {
      ...initialScene(id),
      steps: 40,
      noise: 0.01,
      schedule: { kind: 'cosine', floor: 0, over: 50, warmup: 5 } as const,
    },
    id: 'adam',
  })),
  ...(['momentum', 'nesterov'] as const).map((id) => ({
    title: `${id}, mu rises, with noise`,
    scene: {
      ...withRunner(initialScene(), { id, variant: id === 'nesterov' ? 'lookahead' : 'default' }),
      steps: 100,
      noise: 0.5,
      schedule: { kind: 'exponential', rate: 0.01 } as const,
      muSchedule: { kind: 'linear', from: 0.5, to: 0.95, over: 60 } as const,
    },
    id,
  })),
  ...(['squared', 'huber'] as const).flatMap((loss) =>
    [true, false].map((standardised) => ({
      title: `own data, ${loss}, ${standardised ? 'standardised' : 'raw'}`,
      scene: { ...ownData(loss, standardised), steps: 200 },
      id: 'momentum',
    })),
  ),
  ...(['sgd', 'momentum', 'nesterov', 'adam'] as const).flatMap((id) =>
    [initialScene('regression-standardised'), ownData('huber', false)].map((scene, i) => ({
      title: `${id} in batches of ${i + 4}${i === 0 ? ' with noise' : ', the last smaller'}`,
      scene: {
        ...withRunner(scene, { id, variant: id === 'nesterov' ? 'lookahead' : 'default' }),
        steps: 100,
        batch: i + 4,
        noise: i === 0 ? 0.1 : 0,
      },
      id,
    })),
  ),
  {
    title: 'a typed rule on a typed surface',
    scene: {
      ...initialScene(),
      steps: 60,
      noise: 0.1,
      start: [1.2, -0.7],
      surface: {
        formula:
          'r = hypot(x, from*y); s = max(x, y, x) + min(sigmoid(x), 0.5, y^4); log(1 + r^2)*sqrt(2) + atan2(y, x^2 + 1)*s + abs(x - y)^1.5 + 1/3',
        params: { from: 1.5 },
        domain: [-3, 3, -3, 3],
      },
      optimizers: [own],
    },
    id: 'own',
  },
  {
    title: 'a typed rule, changed on the way',
    scene: {
      ...initialScene(),
      steps: 60,
      muSchedule: { kind: 'linear', from: 0.1, to: 0.5, over: 30 },
      schedule: { kind: 'exponential', rate: 0.01 },
      optimizers: [
        {
          ...own,
          rule: 'u = mu*u + (1 - point)^t*g*values; x = x - lr*u',
          state: ['u'],
          mu: 0.5,
          point: 0.5,
          values: 0.01,
        },
      ],
      interventions: [
        { step: 10, id: 'own', name: 'point', value: 0.25 },
        { step: 20, id: 'own', name: 'values', value: 0.02 },
        { step: 20, id: 'own', name: 'lr', value: 0.01 },
        { step: 30, id: 'own', name: 'mu', value: 0.9 },
      ],
    },
    id: 'own',
  },
  {
    title: 'a rule that jumps',
    scene: { ...initialScene(), steps: 3, optimizers: [{ ...own, rule: 'q = 3; x = q/t; u = grad(2)', decay: 0 }] },
    id: 'own',
  },
  {
    title: 'a flat surface',
    scene: { ...initialScene(), steps: 3, surface: { formula: '3', params: {}, domain: [-1, 1, -1, 1] } },
    id: 'momentum',
  },
  { title: 'a run that is stopped', scene: withRunner(initialScene(), { id: 'sgd', lr: 1 }), id: 'sgd' },
];

const scripts = cases.map(({ scene, id }) => pytorchScript(scene, id));

const answer = askPython(scripts.map(({ script }) => script.replace('verbose = False', 'verbose = True')));

/** The first PyTorch that has the class of a runner's form. */
const sinceOf = ({ id, variant }: Runner): string | undefined => {
  if (!isRuleId(id)) return undefined;
  const { torch, variants } = ruleOf(id);
  return (variant === 'default' ? torch : variants[variant]?.torch)?.since;
};

const isBefore = (version: string, since: string): boolean => Number.parseFloat(version) < Number.parseFloat(since);

const expectNear = (actual: number | undefined, expected: number, what: string): void =>
  expect(Math.abs((actual ?? NaN) - expected), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

describe(`generated PyTorch scripts, ${checkedBy(answer)}`, () => {
  it.each(cases.map((item, i) => ({ ...item, i })))('$title', ({ scene, id, i }) => {
    const { script } = scripts[i] as (typeof scripts)[number];
    const runner = scene.optimizers.find((each) => each.id === id) as Runner;
    const run = simulate(id, settingsOf(scene, runner));
    expect(script).toContain(`for step in range(${run.steps}):\n`);
    expect(script).toContain(`verbose = False`);
    expect(script).toContain('torch.set_default_dtype(torch.float64)\n');
    if (answer === undefined) return;
    const { error, printed } = answer.results[i] as Answer['results'][number];
    expect(error).toBeNull();
    if (answer.torch === null) return;
    const since = sinceOf(runner);
    if (since !== undefined && isBefore(answer.torch, since)) {
      expect(script).toContain(`of PyTorch ${since} or newer.`);
      return;
    }
    expect(printed).toHaveLength(run.steps + 1);
    printed.forEach((numbers, k) => {
      const isLast = k === run.steps;
      const row = isLast ? k : k + 1;
      const [x, y, loss] = isLast ? numbers : numbers.slice(1);
      if (!isLast) expect(numbers[0]).toBe(row);
      expectNear(x, run.columns['x']?.[row] as number, `x at ${row}`);
      expectNear(y, run.columns['y']?.[row] as number, `y at ${row}`);
      expectNear(loss, run.columns['loss']?.[row] as number, `loss at ${row}`);
    });
  });
});
