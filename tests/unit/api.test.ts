import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { api, offerApi } from '../../src/app/api.ts';
import { preferences } from '../../src/state/preferences.ts';
import { initialScene } from '../../src/state/scene.ts';
import { sceneStore, undo } from '../../src/state/store.ts';

beforeEach(() => {
  preferences.setState({ language: 'en' });
  sceneStore.setState({ scene: initialScene(), problems: [] });
});

describe('window.downhill', () => {
  it('is put on the window', () => {
    const target = {} as Window;
    offerApi(target);
    expect(target.downhill).toBe(api);
  });

  it('is listed in the README, whole', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const list = /`window\.downhill` has[^]*?\n\n/.exec(readme)?.[0] ?? '';
    const listed = [...list.matchAll(/`(\w+)\(/g)].map(([, name]) => name);
    expect(new Set(listed)).toEqual(new Set(Object.keys(api)));
  });

  it('gives copies: changing them changes nothing', () => {
    api.getScene().start[0] = 9;
    api.getRuns()[0]?.columns['x']?.fill(9);
    api.stats().simulations = -1;
    expect(api.getScene()).toEqual(initialScene());
    expect(api.getRuns()[0]?.columns['x']?.[0]).toBe(initialScene().start[0]);
    expect(api.stats().simulations).toBeGreaterThan(0);
  });

  it('lays part of a scene over it, and the runs follow at once', () => {
    expect(api.setScene({ steps: 20, surface: { params: { b: 10 } }, optimizers: [{ id: 'adam', lr: 0.1 }] })).toEqual(
      [],
    );
    expect(api.getScene()).toMatchObject({ steps: 20, surface: { id: 'rosenbrock', params: { a: 1, b: 10 } } });
    const runs = api.getRuns();
    expect(runs.map(({ id }) => id)).toEqual(['adam']);
    expect(runs[0]?.columns['x']).toHaveLength(21);
    expect(JSON.parse(JSON.stringify(runs))).toEqual(runs);
    undo();
    expect(api.getRuns()).toHaveLength(6);
  });

  it('returns a sentence for what it could not take, in the reader’s language', () => {
    expect(api.setScene({ steps: 0, noise: 0.5 })).toEqual([
      `steps: expected a whole number from 1 to 20000, found 0; ${initialScene().steps} is used`,
    ]);
    expect(api.getScene()).toEqual({ ...initialScene(), noise: 0.5 });
    preferences.setState({ language: 'zh' });
    expect(api.setScene({ steps: 0 })).toEqual([
      `steps：应为 1 到 20000 的整数，实际为 0；使用 ${initialScene().steps}`,
    ]);
  });
});

describe('window.downhill.backprop', () => {
  it('gives every named value and its gradient, the paths and the edges walked', () => {
    expect(api.backprop('c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 })).toEqual({
      result: 6,
      values: { a: 2, b: 1, c: 3, d: 2, e: 6 },
      gradients: { a: 2, b: 5, c: 2, d: 3, e: 1 },
      paths: { a: 1n, b: 2n },
      edgesWalked: { paths: 6n, backprop: 5 },
    });
  });

  it('takes 1 for an input that is not given', () => {
    expect(api.backprop('3x*y', { y: 5 }).gradients).toEqual({ x: 15, y: 3 });
    expect(api.backprop('x + 1').result).toBe(2);
  });

  it('throws a sentence for what it cannot take, in the reader’s language', () => {
    expect(() => api.backprop('a +', {})).toThrow(/^line 1, column 4: expected a number, a name or "\(" after "\+"$/);
    expect(() => api.backprop('a*b', { c: 1 })).toThrow('inputs.c: the program has no such input; it has a, b');
    expect(() => api.backprop('a*b', { a: '1' as unknown as number })).toThrow(
      'inputs.a: expected a number, found "1"',
    );
    expect(() => api.backprop(3 as unknown as string)).toThrow('program: expected a formula as text, found number');
    const bare = Object.create(null) as number;
    expect(() => api.backprop('a*b', { a: bare })).toThrow('inputs.a: expected a number, found an object');
    for (const [given, found] of [
      [null, 'null'],
      [5, '5'],
      ['a', '"a"'],
      [[1], '[1]'],
    ] as const)
      // prettier-ignore
      expect(() => api.backprop('a*b', given as never)).toThrow(`inputs: expected an object, found ${found}`);
    preferences.setState({ language: 'zh' });
    expect(() => api.backprop('a*b', null as never)).toThrow('inputs：应为一个对象，实际为 null');
    expect(() => api.backprop('a +', {})).toThrow('第 1 行第 4 列：');
    expect(() => api.backprop('a*b', { c: 1 })).toThrow('inputs.c：程序没有这个输入；它的输入有 a、b');
  });
});
