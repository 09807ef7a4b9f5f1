import { describe, expect, it, test } from 'vitest';
import { rules } from '../../src/optimizers/catalog.ts';
import { runnerLimit } from '../../src/state/field.ts';
import { hyperOf } from '../../src/state/rule.ts';
import { initialScene, readScene, type Runner, type Scene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { statusSentence } from '../../src/state/status.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { mistaken } from '../../src/state/typed.ts';
import { exampleRates, examples } from '../../src/ui/editor/examples.ts';
import { markedParts, ruleFault, surfaceFault } from '../../src/ui/editor/fault.ts';
import {
  copyName,
  isFull,
  nameFault,
  withCopy,
  withDomain,
  withExample,
  withFormula,
  withName,
  without,
  withRuleText,
} from '../../src/ui/editor/recipes.ts';

const scene = initialScene();
const adam = scene.optimizers.at(-1) as Runner;
const own = withCopy(adam)(scene).scene;
const runnerOf = ({ optimizers }: Scene, id: string): Runner => optimizers.find((runner) => runner.id === id) as Runner;
const runsOf = (of: Scene) => simulations().of(of).runs;

describe('what is wrong with a typed formula, and where', () => {
  const letters = 'abcdfghijklmnopqr'.split('');
  const surfaces: [text: string, offset: number, length: number, sentence: RegExp][] = [
    ['x^2 + * y', 6, 1, /column 7: expected a number/],
    ['x^2 +', 5, 0, /expected a number.*after "\+"/],
    ['x^2\n+ 3 $ y', 8, 1, /line 2, column 5: "\$"/],
    ['sqrt(x', 4, 1, /never closed/],
    ['foo(x) + y', 0, 3, /no function "foo"/],
    ['', 0, 0, /empty/],
    ['x + y*constructor', 6, 11, /"constructor" cannot be the name/],
    [letters.join(' + '), 4 * 16, 1, /at most 16 parameters, found 17/],
    [`x${' '.repeat(2000)}`, 2000, 1, /2001 characters, the limit is 2000/],
  ];
  test.each(surfaces)('surface %j', (text, offset, length, sentence) => {
    const fault = surfaceFault(text);
    expect(fault).toMatchObject({ offset, length });
    expect(fault?.text.en).toMatch(sentence);
    expect(fault?.text.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  const rules: [text: string, sentence: RegExp][] = [
    ['v = mu*v - lr*g', /never assigns x/],
    ['x = x - lr*step(g)', /no function "step"/],
    ['x = x - lr*grad(grad(x))', /grad\(…\) inside grad/],
    ['x = x - off*g', /"off" cannot be the name/],
    ['x = x -', /expected a number/],
  ];
  test.each(rules)('rule %j', (text, sentence) => expect(ruleFault(text)?.text.en).toMatch(sentence));

  it('finds nothing wrong with what can run, holes included', () => {
    for (const text of ['x^2 + y^2', 'a*x', 'log(-1)', '1/0', '3', 'r = hypot(x, y); sin(r)/r'])
      expect(surfaceFault(text)).toBeUndefined();
    for (const text of ['x = x - lr*g', 'x = x - lr*g/0', 'x = 0']) expect(ruleFault(text)).toBeUndefined();
  });

  it('marks at least a character, and never takes one away', () => {
    expect(markedParts('x + $y', { offset: 4, length: 1 })).toEqual(['x + ', '$', 'y']);
    expect(markedParts('x +', { offset: 3, length: 0 })).toEqual(['x +', ' ', '']);
    expect(markedParts('x +\ny', { offset: 3, length: 1 })).toEqual(['x +', ' ', '\ny']);
  });
});

describe('a surface of one’s own', () => {
  it('keeps start, domain, optimizers and the values of the names that stay; new names start at 1', () => {
    const moved = withFormula('(a - x)^2 + b*(y - x^2)^2 + wave*sin(x)', { a: 1.5, b: 20 })({
      ...scene,
      cursor: 7,
    }).scene;
    expect(moved).toMatchObject({ start: scene.start, optimizers: scene.optimizers, cursor: 7, steps: scene.steps });
    expect(surfaceIn(moved)).toMatchObject({
      id: undefined,
      values: { a: 1.5, b: 20, wave: 1 },
      domain: surfaceIn(scene).domain,
    });
  });

  it('takes a domain', () => {
    expect(withDomain([-9, 9, -8, 8])(scene).scene.surface).toEqual({
      formula: surfaceIn(scene).formula,
      params: surfaceIn(scene).values,
      domain: [-9, 9, -8, 8],
    });
  });

  it('writes a formula of the catalog without the indentation of its file', () => {
    const { surface } = withDomain([-3, 3, -3, 3])(initialScene('goldstein-price')).scene;
    expect('formula' in surface && surface.formula.split('\n')).toEqual([
      expect.stringMatching(/^p = \S/),
      expect.stringMatching(/^p\*\(30/),
    ]);
  });

  it('runs fewer steps where a formula is so long that they would take too long', () => {
    const long = Array.from({ length: 75 }, (_, i) => `sin(${i}x)*cos(${i}y + ${i})`).join(' + ');
    const many = {
      ...own,
      optimizers: [...own.optimizers, ...[1, 2, 3, 4, 5].map((i) => ({ ...runnerOf(own, 'my_adam'), id: `m${i}` }))],
    };
    const { scene: shown, problems } = withFormula(long, {})({ ...many, steps: 20_000 });
    expect(shown.steps).toBeLessThan(20_000);
    expect(problems.map((problem) => problem.sentence('en'))).toEqual([
      expect.stringMatching(/so long that \d+ steps/),
    ]);
  });

  test.each(examples.map((example) => [example.formula, example] as const))('example %s', (_, example) => {
    const shown = withExample(example)(scene);
    expect(readScene(JSON.parse(JSON.stringify(shown)))).toEqual({ scene: shown, problems: [] });
    expect(shown.optimizers.map(({ id, lr }) => [id, lr])).toEqual(Object.entries(exampleRates));
    for (const { columns, steps, id } of runsOf(shown)) {
      const loss = columns['loss'] as Float64Array;
      expect(steps, id).toBeGreaterThan(3);
      expect(loss[steps], id).toBeLessThan((loss[0] as number) - 0.1);
    }
  });
});

describe('a rule of one’s own', () => {
  it('begins as a copy with the hyperparameters of the moment, a statement a line', () => {
    const changed = { ...adam, lr: 0.3, beta2: 0.99, variant: 'uncorrected' };
    const copy = withCopy(changed)(scene).scene.optimizers.at(-1);
    expect(copy).toEqual({
      id: 'my_adam',
      rule: 'm = beta1*m + (1 - beta1)*g\nv = beta2*v + (1 - beta2)*g^2\nx = x - lr*m/(sqrt(v) + eps)',
      state: ['m', 'v'],
      lr: 0.3,
      beta1: 0.9,
      beta2: 0.99,
      eps: 1e-8,
      variant: 'default',
    });
  });

  it('finds its state, makes hyperparameters of other names, and keeps the values that they had', () => {
    const rule = 'p = v\nv = momentum*v - lr*g\nx = x + v + drag*p + eps2 + beta9*lr_min';
    const { state, lr, momentum, drag, eps2, beta9, lr_min } = runnerOf(
      withRuleText('my_adam', rule, { lr: 0.7, drag: 0.25 })(own).scene,
      'my_adam',
    );
    expect({ state, lr, momentum, drag, eps2, beta9, lr_min }).toEqual({
      state: ['v'],
      lr: 0.7,
      momentum: 0.9,
      drag: 0.25,
      eps2: 1e-8,
      beta9: 0.9,
      lr_min: 0.1,
    });
  });

  it('changes its own run and no other', () => {
    const before = runsOf(own);
    const after = runsOf(withRuleText('my_adam', 'x = x + lr*g', { lr: 1e-4 })(own).scene);
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)?.columns['loss']?.[1]).toBeGreaterThan(before.at(-1)?.columns['loss']?.[0] as number);
  });

  it('says at which step it divides by zero', () => {
    const broken = withRuleText('my_adam', 'x = x - lr*g/(t - 1)', { lr: 0.1 })(own).scene;
    const [run] = runsOf(broken).slice(-1);
    expect(run && statusSentence(run, broken, 'en')).toMatch(/(?:undefined at|diverged at) step 1: the position/);
    expect(run && statusSentence(run, broken, 'zh')).toMatch(/第 1 步/);
  });

  it('has a name that nobody else has', () => {
    expect(nameFault(own, 'my_adam', 'bold_one')).toBeUndefined();
    expect(nameFault(own, 'my_adam', 'my_adam')).toBeUndefined();
    for (const name of ['', '7up', 'two words', '优化', 'toString', 'x'.repeat(41)])
      expect(nameFault(own, 'my_adam', name)?.en, name).toMatch(/letters, digits/);
    for (const name of ['adam', 'sgd']) expect(nameFault(own, 'my_adam', name)?.en).toMatch(/already/);
    const twice = withCopy(adam)(own).scene;
    expect(nameFault(twice, 'my_adam', 'my_adam_2')?.zh).toMatch(/已经有/);
    expect(copyName(twice, 'my_adam_2')).toBe('my_adam_2_2');
  });

  it('is renamed and removed, shown alone or not', () => {
    const renamed = withName('my_adam', 'bold')({ ...own, solo: 'my_adam' });
    expect([renamed.solo, renamed.optimizers.at(-1)?.id, hyperOf(runnerOf(renamed, 'bold'), 'beta1')]).toEqual([
      'bold',
      'bold',
      0.9,
    ]);
    expect(withName('my_adam', 'bold')({ ...own, solo: 'sgd' }).solo).toBe('sgd');
    expect(without('bold')(renamed)).toEqual(scene);
    expect(without('my_adam')({ ...own, solo: 'sgd' }).solo).toBe('sgd');
  });

  it('finds no room beyond the limit', () => {
    let full = scene;
    while (!isFull(full)) full = withCopy(adam)(full).scene;
    expect(full.optimizers.map(({ id }) => id).slice(6)).toEqual([
      'my_adam',
      ...Array.from({ length: runnerLimit - scene.optimizers.length - 1 }, (_, i) => `my_adam_${i + 2}`),
    ]);
    expect(withCopy(adam)(full).scene).toBe(full);
  });
});

describe('a name that becomes a slider', () => {
  it.each([
    ['lrr', 'lr'],
    ['LR', 'lr'],
    ['Lr', 'lr'],
    ['lt', 'lr'],
    ['mmu', 'mu'],
    ['MU', 'mu'],
    ['X', 'x'],
    ['G', 'g'],
    ['T', 't'],
    ['y', 'x'],
    ['gx', 'g'],
    ['gy', 'g'],
    ['loss', undefined],
    ['nx', undefined],
    ['ny', undefined],
  ])('%s may be meant for %s', (name, given) => expect(mistaken(name)).toEqual({ given }));

  it.each(['lr', 'mu', 'k', 'a', 'nu', 'foo', 'rho', 'tug', 'lr2', 'mu1', 'beta1', 'eps', 'decay_rate'])(
    '%s is what it is',
    (name) => expect(mistaken(name)).toBeUndefined(),
  );

  it('is one of its own in every built-in rule', () => {
    for (const { hyper } of rules) expect(Object.keys(hyper).map(mistaken).filter(Boolean)).toEqual([]);
  });
});
