import { describe, expect, it } from 'vitest';
import { allBatches, type Batches } from '../../src/engine/batch.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { type RuleId, rules } from '../../src/optimizers/catalog.ts';
import { initialRunner, initialScene } from '../../src/state/initial.ts';
import { pytorchScript } from '../../src/state/pytorch.ts';
import type { Runner, Scene } from '../../src/state/schema.ts';
import { settingsOf } from '../../src/state/settings.ts';

const opening: Scene = { ...initialScene(), steps: 40 };
const scene: Scene = { ...opening, optimizers: rules.map(({ id }) => initialRunner(id, opening.surface)) };
const halved: Partial<Scene> = { schedule: { kind: 'step', factor: 0.5, every: 10 } };
const rising: Partial<Scene> = { muSchedule: { kind: 'linear', from: 0.5, to: 0.99, over: 250 } };

const withRunner = (runner: { id: string } & Record<string, unknown>, change: Partial<Scene> = {}): Scene => ({
  ...scene,
  ...change,
  optimizers: scene.optimizers.map((each) => (each.id === runner.id ? { ...each, ...runner } : each)) as Runner[],
});
const scriptOf = (runner: { id: string } & Record<string, unknown>, change: Partial<Scene> = {}): string =>
  pytorchScript(withRunner(runner, change), runner.id).script;

const momentumScript = `# Momentum (lr inside the velocity) on Rosenbrock: a run of Downhill as a PyTorch script, in float64.
# The update rule is written out: no class of torch.optim does the same with these settings. Its state starts at 0.
# How it ends: not settled after 40 steps, loss SHOWN.
import torch

torch.set_default_dtype(torch.float64)
verbose = False  # True prints x, y and the loss after every step


def loss(x, y):
    a = torch.tensor(1.0)
    b = torch.tensor(100.0)
    return (a - x)**2 + b*(y - x**2)**2


def gradient(at):
    """The gradient of the loss at a point."""
    at = at.detach().clone().requires_grad_()
    with torch.enable_grad():
        return torch.autograd.grad(loss(*at), at)[0]


def lr_at(s):
    lr = torch.tensor(0.0005)
    factor = torch.tensor(0.5)
    every = torch.tensor(10.0)
    return lr*factor**torch.floor(s/every)


def update(x, g, lr, mu, v):
    v = mu*v - lr*g
    x = x + v
    return x, v


mu = torch.tensor(0.9)
point = torch.tensor([-1.5, 2.0])
state = [torch.zeros(2)]  # v
for step in range(40):
    s = torch.tensor(float(step))
    with torch.no_grad():
        point, *state = update(point, gradient(point), lr_at(s), mu, *state)
    if verbose:
        print(step + 1, *point.tolist(), loss(*point).item())
print('x, y, loss:', *point.tolist(), loss(*point).item())
`;

const adamLoop = `def lr_at(s):
    lr = torch.tensor(0.02)
    over = torch.tensor(400.0)
    floor = torch.tensor(0.0)
    return floor + (lr - floor)*(1 + torch.cos(math.pi*torch.minimum(s, over)/over))/2


point = torch.tensor([-1.5, 2.0], requires_grad=True)
optimizer = torch.optim.Adam([point], lr=0.02, betas=(0.9, 0.999), eps=1e-8)
for step in range(40):
    s = torch.tensor(float(step))
    for group in optimizer.param_groups:
        group['lr'] = lr_at(s).item()
    optimizer.zero_grad()
    loss(*point).backward()
    optimizer.step()
`;

const lookahead = `def update(x, lr, mu, v, grad):
    g = grad(x + mu*v)
    v = mu*v - lr*g
    x = x + v
    return x, v


lr = torch.tensor(0.001)
mu = torch.tensor(0.9)
point = torch.tensor([-1.5, 2.0])
state = [torch.zeros(2)]  # v
for step in range(40):

    def grad(at):
        return gradient(at) + noise[step]

    with torch.no_grad():
        point, *state = update(point, lr, mu, *state, grad)
`;

const sorted = (script: string): string => script.replace(/((?: {4}\w+ = torch\.tensor\(.*\n)+)/g, (lines) => `${lines.trimEnd().split('\n').sort().join('\n')}\n`); // prettier-ignore

describe('a run as a PyTorch script', () => {
  it('writes a rule out from its formula', () => {
    const script = scriptOf({ id: 'momentum', lr: 0.0005 }, halved);
    expect(script.replace(/(?<=loss )[\d.e-]+(?=\.\n)/, 'SHOWN')).toBe(momentumScript);
  });

  it('uses torch.optim and sets its lr before every step', () => {
    const script = scriptOf({ id: 'adam', lr: 0.02 }, { schedule: { kind: 'cosine', floor: 0, over: 400 } });
    expect(sorted(script)).toContain(sorted(adamLoop));
    expect(script).toContain('\nimport math\n\nimport torch\n');
  });

  it('asks for gradients at other points, with the noise of the step', () => {
    const script = scriptOf({ id: 'nesterov', lr: 0.001, variant: 'lookahead' }, { noise: 0.1 });
    expect(script).toContain(lookahead);
  });

  it('embeds the noise of the run in full precision', () => {
    const noisy = withRunner({ id: 'sgd' }, { noise: 0.3, seed: 5 });
    const { nx, ny } = simulate('sgd', settingsOf(noisy, noisy.optimizers[0] as Runner)).columns;
    const { script } = pytorchScript(noisy, 'sgd');
    const rows = [...script.matchAll(/^ {4}\[(.+), (.+)\],$/gm)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(rows).toEqual(Array.from({ length: 40 }, (_, s) => [nx?.[s], ny?.[s]]));
    expect(script).toContain('(seed 5, standard deviation 0.3)');
    expect(script).toContain('\n    point.grad += noise[step]\n');
    expect(scriptOf({ id: 'sgd' })).not.toContain('noise');
  });

  it('ends where the run was stopped, and says why', () => {
    const script = scriptOf({ id: 'sgd', lr: 1 });
    expect(script).toMatch(/^# How it ends: diverged at step (\d+): /m);
    const at = Number(/diverged at step (\d+)/.exec(script)?.[1]);
    expect(script).toContain(`for step in range(${at - 1}):`);
  });

  it('sets what is changed on the way where it is changed, with torch.optim as long as that does the same', () => {
    const change = (id: string, name: string, value: number): Partial<Scene> => ({
      interventions: [{ step: 10, id, name, value }],
    });
    const group = '    if step == 10:\n        for group in optimizer.param_groups:\n            group[';
    expect(scriptOf({ id: 'adam' }, change('adam', 'beta1', 0.5))).toContain(`${group}'betas'] = (0.5, 0.999)\n`);
    expect(scriptOf({ id: 'adam' }, change('adam', 'lr', 0.5))).toContain(`${group}'lr'] = 0.5\n`);
    const base = scriptOf({ id: 'adam' }, { ...halved, ...change('adam', 'lr', 0.5) });
    expect(base).toContain('    if step == 10:\n        lr = torch.tensor(0.5)\n');
    expect(scriptOf({ id: 'momentum' }, change('momentum', 'mu', 0.5))).toContain(`${group}'momentum'] = 0.5\n`);
    const written = scriptOf({ id: 'momentum' }, change('momentum', 'lr', 0.5));
    expect(written).toContain('    if step == 10:\n        lr = torch.tensor(0.5)\n');
    expect(written).not.toContain('torch.optim.');
    expect(scriptOf({ id: 'momentum' }, change('momentum', 'mu', 0))).not.toContain('torch.optim.');
    expect(scriptOf({ id: 'adam' }, change('adam', 'beta1', -0.5))).toContain(
      "        values['beta1'] = torch.tensor(-0.5)\n",
    );
    expect(scriptOf({ id: 'sgd' }, change('adam', 'lr', 0.5))).not.toContain('if step == ');
  });

  it('says from which version on PyTorch does the same', () => {
    expect(scriptOf({ id: 'nadam' })).toContain('\n# The update rule is torch.optim.NAdam of PyTorch 2.0 or newer.\n');
    expect(scriptOf({ id: 'radam' })).toContain('\n# The update rule is torch.optim.RAdam.\n');
  });

  it('speaks Chinese too, and refuses an optimizer that is not there', () => {
    expect(pytorchScript(scene, 'adam', 'zh').script).toMatch(/^# .*上的 Adam（带偏差校正）：/);
    expect(() => pytorchScript(scene, 'tiger')).toThrow(
      new RangeError('expected an optimizer of the scene, found "tiger"'),
    );
  });
});

describe('what has a class in torch.optim', () => {
  const classes: Record<string, string | undefined> = {
    'sgd default': 'SGD([point], lr=0.01)',
    'momentum default': 'SGD([point], lr=0.01, momentum=0.9)',
    'momentum pytorch': 'SGD([point], lr=0.01, momentum=0.9)',
    'nesterov default': 'SGD([point], lr=0.01, momentum=0.9, nesterov=True)',
    'nesterov pytorch': 'SGD([point], lr=0.01, momentum=0.9, nesterov=True)',
    'adagrad default': 'Adagrad([point], lr=0.01, eps=1e-8)',
    'rmsprop default': 'RMSprop([point], lr=0.01, alpha=0.9, eps=1e-8)',
    'adam default': 'Adam([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8)',
    'ema pytorch': 'SGD([point], lr=0.01, momentum=0.9, dampening=0.9)',
    'adadelta default': 'Adadelta([point], lr=0.01, rho=0.9, eps=0.000001)',
    'adamax default': 'Adamax([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8)',
    'nadam default': 'NAdam([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8, momentum_decay=0.004)',
    'amsgrad default': 'Adam([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8, amsgrad=True)',
    'adamw default': 'AdamW([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)',
    'adamw l2': 'Adam([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)',
    'radam default': 'RAdam([point], lr=0.01, betas=(0.9, 0.999), eps=1e-8)',
  };
  const inside = ['momentum default', 'nesterov default'];
  const forms = rules.flatMap(({ id, variants }) =>
    ['default', ...Object.keys(variants)].map((variant) => ({ id, variant, key: `${id} ${variant}` })),
  );
  const used = (script: string): string | undefined => /torch\.optim\.(\w+\(.*\))$/m.exec(script)?.[1];

  it.each(forms)('$key', ({ id, variant, key }) => {
    const runner = { id, variant, lr: 0.01 };
    const constant = pytorchScript(withRunner(runner), id);
    expect(used(constant.script)).toBe(classes[key]);
    expect(constant.uses).toBe(classes[key] === undefined ? 'rule' : 'torch.optim');
    expect(constant.script.includes('While lr is constant')).toBe(inside.includes(key));
    expect(constant.script.includes('def update(')).toBe(classes[key] === undefined);
    const warm: Partial<Scene> = { schedule: { kind: 'constant', warmup: 5 } };
    for (const change of [halved, warm])
      expect(used(scriptOf(runner, change))).toBe(inside.includes(key) ? undefined : classes[key]);
    const hasMu = (['momentum', 'nesterov', 'ema'] as RuleId[]).includes(id);
    expect(used(scriptOf(runner, rising))).toBe(hasMu ? undefined : classes[key]);
  });

  it.each([
    { id: 'nesterov', mu: 0 },
    { id: 'nesterov', mu: -0.5, variant: 'pytorch' },
    { id: 'momentum', mu: -0.1 },
    { id: 'adam', beta1: 1 },
    { id: 'adam', beta2: -0.1 },
    { id: 'adam', eps: -1 },
    { id: 'rmsprop', decay_rate: -0.1 },
    { id: 'ema', variant: 'pytorch', mu: -0.1 },
    { id: 'adadelta', rho: 1.1 },
    { id: 'adamw', weight_decay: -1 },
    { id: 'nadam', momentum_decay: -1 },
  ])('%o is written out, because its class would raise', (runner) => {
    expect(pytorchScript(withRunner(runner), runner.id).uses).toBe('rule');
  });
});

describe('typed surfaces and rules', () => {
  const typed = (formula: string, rule: string, state: string[]): string => {
    const own = { id: 'own', rule, state, lr: 0.1, variant: 'default' };
    const surface = { formula, params: { lambda: 2 }, domain: [-1, 1, -1, 1] as [number, number, number, number] };
    return pytorchScript({ ...scene, steps: 2, surface, optimizers: [own] }, 'own').script;
  };

  it('have names that Python takes, and only what they use', () => {
    const script = typed('lambda*x^2 + y^2', 'as = as + g; x = x - 0.1*as', ['as']);
    expect(script).toContain('    lambda_ = torch.tensor(2.0)\n    return lambda_*x**2 + y**2\n');
    expect(script).toContain('def update(x, g, as_):\n    as_ = as_ + g\n    x = x - 0.1*as_\n    return x, as_\n');
    expect(script).toContain(
      '    with torch.no_grad():\n        point, *state = update(point, gradient(point), *state)\n',
    );
    expect(script).not.toMatch(/lr|torch\.tensor\(float\(step\)\)/);
  });

  it('may leave the loss flat or put x at one number', () => {
    expect(typed('3', 'x = x - g', [])).toContain('    return torch.tensor(3.0) + 0*x*y\n');
    const jump = typed('x*y', 'x = 3 + grad(1)/t', []);
    expect(jump).toContain('def update(t, grad):\n    x = 3 + grad(torch.tensor(1.0))/t\n    return x.expand(2)\n');
    expect(jump).toContain('    at = at.expand(2).detach().clone().requires_grad_()\n');
    expect(jump).toContain('        point = update(s + 1, grad)\n');
  });
});

describe('mini-batches', () => {
  const batched = (id: string, variant = 'default'): string => {
    const base = { ...initialScene('regression-raw'), steps: 7, batch: 5 };
    const optimizers = base.optimizers.map((each) => (each.id === id ? { ...each, variant } : each));
    return pytorchScript({ ...base, optimizers }, id).script;
  };

  it('are the rows that were drawn for the run, not a draw of the script', () => {
    const script = batched('adam');
    const scene = { ...initialScene('regression-raw'), steps: 7, batch: 5 };
    const { loss, seed } = settingsOf(scene, scene.optimizers[0] as Runner);
    const listed = /batches = \[\n([^\]]*(?:\],\n[^\]]*)*)\]\n/.exec(script)?.[1] ?? '';
    const rows = listed.trim().split('\n').map((line) => JSON.parse(line.trim().replace(/,$/, '')) as number[]); // prettier-ignore
    expect(rows).toEqual(allBatches(seed, loss.batch as Batches, 7));
    expect(rows.map(({ length }) => length)).toEqual([5, 5, 5, 2, 5, 5, 5]);
    expect(script).toContain('    [194.5, 20.79],\n');
    expect(script).toContain('    t, u = data[rows].T\n    return row_loss(x, y, t, u).mean()\n');
    expect(script).toContain('    batch_loss(*point, batches[step]).backward()\n');
    expect(script).toContain("print('x, y, loss:', *point.tolist(), loss(*point).item())\n");
  });

  it('are seen wherever a rule asks for a gradient', () => {
    const script = batched('nesterov', 'lookahead');
    expect(script).toContain('def gradient(at, rows):\n');
    expect(script).toContain('torch.autograd.grad(batch_loss(*at, rows), at)[0]\n');
    expect(script).toContain('        return gradient(at, batches[step])\n');
    expect(batched('rmsprop', 'epsInside')).toMatch(/gradient\(point, batches\[step\]\)|batch_loss\(\*point/);
  });
});
