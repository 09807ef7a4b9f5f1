import { describe, expect, it } from 'vitest';
import { chosenMaps } from '../../src/state/maps/chosen.ts';
import { readScene, type Runner } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { noneBegins, readable, statusSentence } from '../../src/state/status.ts';
import { runAt, sceneAt } from '../../src/ui/maps/sources.ts';

/** The first run's status, and its sentence in both languages. */
const told = (input: unknown): [string, string, string] => {
  const { scene, problems } = readScene(input);
  expect(problems.map((found) => found.sentence('en'))).toEqual([]);
  const [run] = simulations().of(scene).runs;
  if (run === undefined) throw new Error('nothing was run');
  return [run.status, statusSentence(run, scene, 'en'), statusSentence(run, scene, 'zh')];
};

const descend = (lr: number) => [{ id: 'sgd', lr }];

describe('why no run can begin, in a sentence', () => {
  const surface = { formula: 'sqrt(x - 0.5) + y^2', domain: [-2, 2, -2, 2] };
  const saidAt = (start: readonly number[]) => {
    const { scene } = readScene({ surface, start, optimizers: [...descend(0.1), { id: 'adam', lr: 0.1 }] });
    return noneBegins(simulations().of(scene).runs, scene);
  };

  it('a start in a hole of the surface', () => {
    expect(saidAt([-1, 1])).toEqual({
      en: 'No run can begin: the loss is undefined at the start, (-1, 1) (root of −1.5).',
      zh: '无法开始：损失在起点 (-1, 1) 处没有定义（−1.5 的平方根）。',
    });
  });

  it('a formula that is a number, and none', () => {
    const { scene } = readScene({ surface: { formula: '1/0', domain: [-2, 2, -2, 2] }, start: [-1, 1] });
    expect(noneBegins(simulations().of(scene).runs, scene)).toEqual({
      en: 'No run can begin: the loss is undefined at the start, (-1, 1) (a constant is infinite).',
      zh: '无法开始：损失在起点 (-1, 1) 处没有定义（某个常数为无穷大）。',
    });
  });

  it('says nothing where runs begin, however they end, nor of no runs', () => {
    expect(saidAt([1, 1])).toBeUndefined();
    expect(noneBegins([], readScene({ surface }).scene)).toBeUndefined();
  });
});

describe('how a run ended, in a sentence', () => {
  it('converged, to which of several minima', () => {
    const scene = { surface: { id: 'himmelblau' }, start: [2.5, 2.5], steps: 200, optimizers: descend(0.01) };
    expect(told(scene)).toEqual([
      'converged',
      expect.stringMatching(/^converged to \(3, 2\) at step \d+$/),
      expect.stringMatching(/^第 \d+ 步收敛到 \(3, 2\)$/),
    ]);
  });

  it('ran out of steps', () => {
    const scene = { start: [-1.5, 2], steps: 1, optimizers: descend(1e-6) };
    expect(told(scene)).toEqual(['budget', 'not settled after 1 step, loss 12.47', '走完 1 步仍未收敛，损失 12.47']);
  });

  it('left for good', () => {
    const surface = { formula: '-(x + y)', domain: [-1, 1, -1, 1] };
    const scene = { surface, start: [0, 0], steps: 200, optimizers: descend(1) };
    expect(told(scene)).toEqual([
      'diverged',
      expect.stringMatching(/^diverged: far off the map for good from step \d+$/),
      expect.stringMatching(/^发散：从第 \d+ 步起远离地图/),
    ]);
  });

  it('overflowed', () => {
    const scene = { start: [-1.5, 2], optimizers: descend(1e9) };
    expect(told(scene)).toEqual([
      'diverged',
      expect.stringMatching(/^diverged at step \d: .* is too large for a number$/),
      expect.stringMatching(/^第 \d 步发散：.*超出了数的范围$/),
    ]);
  });

  it('met a place without a loss, on the way and at the start', () => {
    const surface = { formula: 'x - log(x + 1) + y^2 + sqrt(x)', domain: [-1, 1, -1, 1] };
    expect(told({ surface, start: [0.5, 0], steps: 50, optimizers: descend(0.6) })).toEqual([
      'undefined',
      expect.stringMatching(
        /^undefined at step \d+: the loss has no finite value \(root of −0\.\d+\); the last point is \(.+\)$/,
      ),
      expect.stringMatching(/^第 \d+ 步无定义：损失不是有限的数（−0\.\d+ 的平方根）；最后一点为 \(.+\)$/),
    ]);
    expect(told({ surface, start: [-0.5, 0], optimizers: descend(0.1) })).toEqual([
      'undefined',
      'the loss is undefined at the start, (-0.5, 0) (root of −0.5)',
      '损失在起点 (-0.5, 0) 处没有定义（−0.5 的平方根）',
    ]);
  });

  it.each([
    ['x = x - lr*g/0', 'diverged', 'the position', 'division by 0', '除以 0'],
    ['x = x - lr*g/(t - 1)', 'diverged', 'the position', 'division by 0', '除以 0'],
    ['c = 0; x = x - lr*g/c', 'diverged', 'the position', 'division by 0', '除以 0'],
    ['x = x - lr*g/v; v = g', 'diverged', 'the position', 'division by 0', '除以 0'],
    ['x = x - 0/0*g', 'undefined', 'the position', 'division by 0', '除以 0'],
    ['x = x - lr*grad(x/(t - 1))', 'undefined', 'the position', 'division by 0', '除以 0'],
    ['x = x - lr*log(t - 2)*g', 'undefined', 'the position', 'log of −1', '−1 的 log'],
  ])('stopped by %s, tells why', (rule, status, culprit, en, zh) => {
    const [found, english, chinese] = told({ start: [-1.5, 2], optimizers: [{ id: 'mine', rule }] });
    expect(found).toBe(status);
    expect(english).toContain(`${status} at step 1: ${culprit} has no finite value (${en})`);
    expect(chinese).toContain(`不是有限的数（${zh}）`);
  });

  it('tells why where the rule looks ahead', () => {
    const surface = { formula: 'sqrt(x) + y^2', domain: [-1, 1, -1, 1] };
    const optimizers = [{ id: 'mine', rule: 'x = x - lr*grad(x - 2)' }];
    expect(told({ surface, start: [0.5, 0], optimizers })[1]).toContain('has no finite value (root of −1.5)');
  });
});

describe('at a pixel of a map', () => {
  const valley = { formula: 'sqrt(a - x^2) + y^2', params: { a: 4 }, domain: [-1, 1, -1, 1] };
  const own = { id: 'mine', rule: 'x = x - lr*log(c)*g', lr: 0.1, c: 1 };

  it.each([
    ['a hyperparameter', {}, 'c', -0.5, 'log of −0.5'],
    ['a parameter of the surface', { surface: valley, start: [0, 0] }, 'surface.a', -0.5, 'root of −0.5'],
    ['the start', { surface: valley, start: [0, 0] }, 'start.x', 3, 'root of −5'],
  ])('tells of %s there why the run stopped', (_, changes, name, value, reason) => {
    const { scene, problems } = readScene({ steps: 5, optimizers: [own], ...changes });
    expect(problems).toEqual([]);
    const [runner] = scene.optimizers as [Runner];
    const at = { from: value - 1, to: value + 1, scale: 'linear' } as const;
    const axes = [
      { name, ...at },
      { name: 'lr', from: 0.05, to: 0.15, scale: 'linear' },
    ] as const;
    const middle = [scene, runner, chosenMaps(scene), axes, { across: 0.5, up: 0.5 }] as const;
    expect(statusSentence(runAt(...middle), sceneAt(...middle), 'en')).toContain(`(${reason})`);
  });
});

describe('readable numbers', () => {
  it.each([
    [0, '0'],
    [3, '3'],
    [-2.805118, '-2.805'],
    [0.00012345, '1.234e-4'],
    [0.00096, '9.6e-4'],
    [-0.000123451, '-1.235e-4'],
    [123456, '1.235e5'],
    [99999, '100000'],
    [1e-8, '1e-8'],
    [-Infinity, '-∞'],
    [NaN, '?'],
  ])('%s is %s', (value, text) => expect(readable(value)).toBe(text));
});
