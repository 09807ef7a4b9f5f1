import { describe, expect, it } from 'vitest';
import { rules } from '../../src/optimizers/catalog.ts';
import { runnerLimit } from '../../src/state/field.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { views } from '../../src/state/views.ts';

const paths = (input: unknown): string[] => readScene(input).problems.map(({ path }) => path);

/** The English sentences, after checking that there is a Chinese one for each. */
const sentences = (input: unknown): string[] =>
  readScene(input).problems.map((found) => {
    expect(found.sentence('zh')).toMatch(/\p{Script=Han}/u);
    return found.sentence('en');
  });

const runners = (...optimizers: unknown[]): Scene['optimizers'] => readScene({ optimizers }).scene.optimizers;

describe('readScene names what is wrong, and keeps the rest', () => {
  it.each([
    [{ steps: -5 }, `steps: expected a whole number from 1 to 20000, found -5; ${initialScene().steps} is used`],
    [{ steps: 20001 }, `steps: expected a whole number from 1 to 20000, found 20001; ${initialScene().steps} is used`],
    [{ steps: 1e308 }, `steps: expected a whole number from 1 to 20000, found 1e+308; ${initialScene().steps} is used`],
    [{ steps: '400' }, `steps: expected a whole number from 1 to 20000, found "400"; ${initialScene().steps} is used`],
    [{ seed: 0.5 }, 'seed: expected a whole number from 0 to 4294967295, found 0.5; 1 is used'],
    [{ noise: NaN }, 'noise: expected a finite number of at least 0, found NaN; 0 is used'],
    [{ noise: Infinity }, 'noise: expected a finite number of at least 0, found Infinity; 0 is used'],
    [
      { start: [0, Infinity] },
      `start: expected two finite numbers [x, y], found [0, Infinity]; [${initialScene().start.join(', ')}] is used`,
    ],
    [{ start: [1] }, 'start: expected two finite numbers [x, y], found [1]; '],
    [{ batch: 4 }, 'batch: this surface is not made of data, so that there are no batches; it is left out'],
    [{ surface: { id: 'regression-raw' }, batch: 33 }, 'batch: expected a whole number from 1 to 32, found 33'],
    [
      { view: 'moon' },
      `view: expected one of ${views.map(({ id }) => id).join(', ')}, found "moon"; "playground" is used`,
    ],
    [{ solo: 'tiger' }, 'solo: expected the id of an optimizer of the scene, found "tiger"'],
    [{ inspect: 'tiger' }, 'inspect: expected the id of an optimizer of the scene, found "tiger"'],
    [{ inspect: 5 }, 'inspect: expected a name of letters, digits and "_", at most 40, found 5'],
    [{ curvature: 'yes' }, 'curvature: expected true or false, found "yes"'],
    [{ backprop: 7 }, 'backprop: expected an object, found 7'],
    [{ backprop: { of: 'moon' } }, 'backprop.of: expected one of surface, found "moon"'],
    [{ backprop: { program: 'x + * y' } }, 'backprop.program: line 1, column 5: expected a number, a name or "("'],
    [{ backprop: { program: 'sin + 1' } }, 'backprop.program: line 1, column 1: '],
    [{ backprop: { inputs: { a: 'two' } } }, 'backprop.inputs.a: expected a finite number, found "two"'],
    [
      { backprop: { inputs: { q: 1 } } },
      'backprop.inputs.q: this field is not known here and is left out; known are a, b',
    ],
    [{ cursor: -1 }, 'cursor: expected a whole number from 0 to 20000, found -1'],
    [
      { schedule: { kind: 'step', every: 0 } },
      'schedule.every: expected a whole number from 1 to 1000000000, found 0; 50 is used',
    ],
    [
      { schedule: { kind: 'cosine', over: null } },
      'schedule.over: expected a whole number from 1 to 1000000000, found null; 400 is used',
    ],
    [
      { muSchedule: { kind: 'linear', from: {} } },
      'muSchedule.from: expected a finite number, found an object; 0.5 is used',
    ],
    [{ muSchedule: [] }, 'muSchedule: expected an object, found []'],
    [{ optimizers: 7 }, 'optimizers: expected a list of at most 24 optimizers, found 7'],
    [{ optimizers: [{ id: 'sgd', lr: -1 }] }, 'optimizers[0].lr: expected a finite number of at least 0, found -1; '],
    [
      { optimizers: [{ id: 'adam', variant: 'amsgrad' }] },
      'optimizers[0].variant: expected one of default, uncorrected, epsInside, found "amsgrad"; "default" is used',
    ],
    [
      { optimizers: [{ id: 'adam' }, { id: 'adam' }] },
      'optimizers[1].id: expected an id that is not in the list yet, found "adam"',
    ],
    [
      { optimizers: [{ id: 'adam' }, { id: 'tiger' }] },
      `optimizers[1].id: expected one of ${rules.map(({ id }) => id).join(', ')}, or a "rule" beside it, found "tiger"`,
    ],
    [
      { optimizers: [{ id: 'sgd', momentum: 0.9 }] },
      'optimizers[0].momentum: this field is not known here and is left out; known are id, lr, variant, overlay, off',
    ],
    [
      { surface: { id: 'rosenbrock', params: { c: 1 } } },
      'surface.params.c: this field is not known here and is left out; known are a, b',
    ],
    [{ colour: 'red' }, 'colour: this field is not known here and is left out; known are version, view, '],
    [
      { surface: { formula: 'x^2 + *y' } },
      'surface.formula: line 1, column 7: expected a number, a name or "(" after "+"',
    ],
    [
      { surface: { formula: 'x^2 + y^2', domain: [1, 1, 0, 1] } },
      'surface.domain: expected [x from, x to, y from, y to] within ±1e9, each "from" below its "to", found [1, 1, 0, 1]; [-5, 5, -5, 5] is used',
    ],
    [{ surface: { formula: 'x^2 + y^2', domain: [0, NaN, 0, 1] } }, 'surface.domain: '],
    [{ surface: { formula: 'sin + x' } }, 'surface.formula: line 1, column 1: "sin" is a function'],
    [{ surface: { formula: 'grad(x)' } }, 'surface.formula: line 1, column 1: there is no function "grad"'],
    [{ surface: { formula: 'constructor*x' } }, 'surface.formula: "constructor" cannot be the name of a parameter'],
    [{ surface: { formula: ' '.repeat(2001) } }, 'surface.formula: expected a text of at most 2000 characters, found '],
    [
      { optimizers: [{ id: 'mine', rule: 'x = x - lr*(g' }, { id: 'sgd' }] },
      'optimizers[0].rule: line 1, column 12: this "(" is never closed',
    ],
    [
      { optimizers: [{ id: 'mine', rule: 'v = v + g' }, { id: 'sgd' }] },
      'optimizers[0].rule: line 1, column 1: the rule never assigns x',
    ],
    [
      { optimizers: [{ id: 'a b', rule: 'x = x - g' }, { id: 'sgd' }] },
      'optimizers[0].id: expected a name of letters, digits and "_", at most 40, found "a b"',
    ],
    [null, 'the scene: expected an object, found null'],
    [[1, 2], 'the scene: expected an object, found [1, 2]'],
    ['scene', 'the scene: expected an object, found "scene"'],
  ])('%j', (input, sentence) => {
    const told = sentences(input);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(sentence);
  });

  it('reads another version as far as it can', () => {
    expect(paths({ version: 2, steps: 10 })).toEqual(['version']);
    expect(readScene({ version: 2, steps: 10 }).scene.steps).toBe(10);
  });

  it('keeps the optimizers that it knows', () => {
    expect(runners({ id: 'tiger' }, { id: 'adam', lr: 0.5 }, 3, { id: 'sgd' }).map(({ id }) => id)).toEqual([
      'adam',
      'sgd',
    ]);
  });

  it('says so where none of them is left, and takes an empty list at its word', () => {
    expect(paths({ optimizers: [{ id: 'tiger' }] })).toEqual(['optimizers[0].id', 'optimizers']);
    expect(readScene({ optimizers: [] })).toMatchObject({ scene: { optimizers: [] }, problems: [] });
  });

  it('takes as many optimizers as the limit and not one more', () => {
    const many = Array.from({ length: runnerLimit + 1 }, (_, i) => ({ id: `own${i}`, rule: 'x = x - lr*g' }));
    expect(paths({ optimizers: many })).toEqual([`optimizers[${runnerLimit}]`]);
    expect(runners(...many)).toHaveLength(runnerLimit);
  });

  it('shortens runs of formulas that are too long for them', () => {
    const sines = (length: number): string => Array.from({ length }, (_, i) => `sin(x*${i}+y)`).join('+');
    const formula = sines(110);
    const rule = `x = x - lr*(${Array.from({ length: 8 }, (_, i) => `grad(x*${i})`).join('+')})`;
    const optimizers = Array.from({ length: 6 }, (_, i) => ({ id: `own${i}`, rule }));
    const heavy = { surface: { formula }, steps: 20_000, optimizers };
    const { scene } = readScene(heavy);
    expect(scene.steps).toBeLessThan(500);
    expect(sentences(heavy)).toEqual([
      `steps: these formulas are so long that ${scene.steps} steps are run instead of 20000`,
    ]);
    expect(readScene(scene)).toEqual({ scene, problems: [] });
    expect(readScene({ ...heavy, optimizers: undefined }).scene.steps).toBeGreaterThan(1000);
    expect(paths({ surface: { formula: sines(8) }, steps: 20_000 })).toEqual([]);
  });

  it('lets scenes that anybody makes have their steps', () => {
    const data = Array.from({ length: 200 }, (_, i) => [i, (i * 37) % 101]);
    const all = rules.slice(0, 15).map(({ id }) => ({ id }));
    expect(paths({ surface: { data, loss: 'huber' }, steps: 1000, optimizers: all })).toEqual([]);
    for (const { formula } of surfaces) {
      const scene = { surface: { formula, params: {} }, steps: 20_000, optimizers: all };
      expect(
        paths({ ...scene, fork: true }).filter((path) => path === 'steps'),
        formula,
      ).toEqual([]);
    }
  });

  it('does not drown anybody in sentences', () => {
    const input = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i]));
    expect(readScene(input).problems).toHaveLength(51);
  });

  it('never touches a prototype', () => {
    const input: unknown = JSON.parse(
      '{"__proto__":{"steps":7},"constructor":{"prototype":{"polluted":1}},"surface":{"id":"rosenbrock","params":{"__proto__":{"a":5}}},' +
        '"optimizers":[{"id":"__proto__"},{"id":"constructor","rule":"x = x - lr*g"},{"id":"sgd","__proto__":{"lr":5}}]}',
    );
    const { scene } = readScene(input);
    expect(paths(input)).toEqual([
      '__proto__',
      'constructor',
      'surface.params.__proto__',
      'optimizers[0].id',
      'optimizers[1].id',
      'optimizers[2].__proto__',
    ]);
    expect(scene).toEqual({ ...initialScene(), optimizers: initialScene().optimizers.slice(0, 1) });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(readScene(Object.create({ steps: 7 })).scene.steps).toBe(initialScene().steps);
  });
});
