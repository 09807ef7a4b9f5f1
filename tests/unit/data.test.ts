import { describe, expect, it } from 'vitest';
import { forbes } from '../../surfaces/data/forbes.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { dataLoss } from '../../src/state/data.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { initialScene, readScene, type Scene, type SceneSurface, withSurfaceChanged } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { simulations } from '../../src/state/simulations.ts';
import { surfaceIn } from '../../src/state/surface.ts';

const rows = forbes.map(([t, u]): [number, number] => [t, u]);
const loss = (kind: 'squared' | 'huber', standardised: boolean, data = rows) =>
  dataLoss({ data, loss: kind, standardised });

const sceneOf = (surface: unknown, base?: Scene) => readScene({ surface }, base);
const sentences = (surface: unknown): string[] =>
  sceneOf(surface).problems.map((found) => {
    expect(found.sentence('zh')).toMatch(/\p{Script=Han}/u);
    return found.sentence('en');
  });

/** Many rows with noise and outliers, the same at every call. */
const many = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [
    Number((20 + 0.1 * i + Math.sin(7 * i)).toFixed(3)),
    Number((3 - 0.4 * i + 5 * Math.cos(11 * i) + (i % 40 === 0 ? 300 : 0)).toFixed(3)),
  ]);

describe('the squared loss of own data', () => {
  it.each([
    ['regression-raw', false],
    ['regression-standardised', true],
  ] as const)('on the shipped data is %s', (id, standardised) => {
    const { formula, minima } = loss('squared', standardised);
    expect({ formula, minima }).toEqual({ formula: surfaceOf(id).formula, minima: surfaceOf(id).minima });
  });

  it.each([false, true])('is the mean over rows of the squared error, standardised %s', (standardised) => {
    const data = many(60);
    const { formula, samples } = loss('squared', standardised, data);
    const field = fieldOf(formula, []);
    for (const [x, y] of [
      [0, 0],
      [1.5, -20],
      [-3, 7],
    ] as const) {
      // prettier-ignore
      const errors = samples.rows.map(([t, u]) => x * t + y - u);
      const mean = errors.reduce((sum, r) => sum + r * r, 0) / data.length;
      const slope = errors.reduce((sum, r, i) => sum + 2 * r * (samples.rows[i]?.[0] ?? NaN), 0) / data.length;
      const at = field.at({}, x, y);
      expect(at.loss / mean).toBeCloseTo(1, 12);
      expect(at.gx / slope).toBeCloseTo(1, 10);
    }
  });

  it('has no stated minimum where all inputs are the same: every line through the mean is as good', () => {
    const { formula, minima } = loss('squared', false, [[5, 1], [5, 3]]); // prettier-ignore
    expect(minima).toEqual([]);
    const { at } = fieldOf(formula, []);
    expect([at({}, 0, 2), at({}, 4, -18)].map((sample) => [sample.loss, sample.gx, sample.gy])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });
});

describe('the Huber loss of own data', () => {
  it.each([false, true])('is the mean over rows of c|r| − c²/2, standardised %s', (standardised) => {
    const data = many(200);
    const { formula, samples } = loss('huber', standardised, data);
    const field = fieldOf(formula, ['delta']);
    for (const delta of [0.5, 4, 1000])
      for (const [x, y] of [
        [0, 0],
        [1.5, -20],
      ] as const) {
        // prettier-ignore
        const errors = samples.rows.map(([t, u]) => x * t + y - u);
        const each = errors.map((r) => (Math.abs(r) <= delta ? r ** 2 / 2 : delta * (Math.abs(r) - delta / 2)));
        const pull = errors.map((r) => Math.sign(r) * Math.min(Math.abs(r), delta));
        const at = field.at({ delta }, x, y);
        expect(at.loss / (each.reduce((sum, value) => sum + value) / 200)).toBeCloseTo(1, 12);
        expect(at.gy / (pull.reduce((sum, value) => sum + value) / 200)).toBeCloseTo(1, 12);
      }
  });

  it('pulls outliers no harder than delta, so that it settles where most rows are', () => {
    const data = many(80);
    const middle = (kind: 'squared' | 'huber'): number => {
      const { scene } = sceneOf({ data, loss: kind });
      const adam = scene.optimizers.find(({ id }) => id === 'adam');
      const run = simulate('adam', settingsOf({ ...scene, steps: 4000 }, adam as Scene['optimizers'][number]));
      expect(run.status).toBe(kind === 'huber' ? run.status : 'converged');
      return run.columns['y']?.[run.steps] ?? NaN;
    };
    const inliers = data.filter((_, i) => i % 40 !== 0);
    const typical = inliers.reduce((sum, [, u]) => sum + u, 0) / inliers.length;
    expect(Math.abs(middle('huber') - typical)).toBeLessThan(0.3 * Math.abs(middle('squared') - typical));
  });
});

describe('a surface of data in a scene', () => {
  const surface = { data: many(200), loss: 'huber', standardised: false, params: { delta: 2 } };

  it('survives the link, in which the longest fits, and runs', () => {
    const precise = { ...surface, data: surface.data.map(([t, u]) => [t / 3, u / 7]) };
    for (const each of [surface, precise]) {
      const { scene, problems } = sceneOf(each);
      expect(problems).toEqual([]);
      expect(scene.surface).toEqual(each);
      const back = readScene(decodeLink(encodeLink(scene)));
      expect(back).toEqual({ scene, problems: [] });
      const { runs } = simulations().of(back.scene);
      expect(runs.map(({ steps }) => steps)).toEqual(scene.optimizers.map(() => scene.steps));
    }
  });

  it('shows the origin and the least-squares line, from which all suggested rates descend', () => {
    for (const data of [rows, many(100), many(100).map(([t, u]): [number, number] => [t - 25, 1e6 * u])])
      for (const standardised of [true, false]) {
        const { scene } = sceneOf({ data, standardised });
        const { domain, minima, starts } = surfaceIn(scene);
        const settings = settingsOf(scene, scene.optimizers[0] as Scene['optimizers'][number]);
        for (const [x, y] of [...starts, ...(settings.minima ?? []).map((point) => [point.x, point.y] as const)]) {
          expect(
            x > domain[0] && x < domain[1] && y > domain[2] && y < domain[3],
            `${x}, ${y} in ${domain.join()}`,
          ).toBe(true);
        }
        expect(minima).toHaveLength(1);
        for (const { columns, steps } of simulations().of(scene).runs)
          expect(columns['loss']?.[steps]).toBeLessThan(columns['loss']?.[0] ?? NaN);
      }
  });

  it('follows a change of its rows where nobody has set anything else', () => {
    const { scene } = sceneOf({ data: rows, standardised: false });
    const moved = sceneOf({ standardised: true }, scene).scene;
    const changed = withSurfaceChanged(scene, moved.surface);
    expect(changed.start).toEqual([0, 0]);
    expect(changed.optimizers).toEqual(sceneOf({ data: rows }).scene.optimizers);
    const own = { ...scene, start: [1, 2] as [number, number], optimizers: scene.optimizers.map((runner) => ({ ...runner, lr: 0.5 })) }; // prettier-ignore
    const { start, optimizers } = withSurfaceChanged(own, moved.surface);
    expect({ start, optimizers }).toEqual({ start: own.start, optimizers: own.optimizers });
  });

  it('keeps its parts where only one changes, and its domain only with the rows that it was chosen for', () => {
    const base = sceneOf({ ...surface, domain: [-1, 1, -2, 2] }).scene;
    expect(sceneOf({ params: { delta: 7 } }, base).scene.surface).toEqual({ ...base.surface, params: { delta: 7 } });
    expect(sceneOf({ loss: 'squared' }, base).scene.surface).toEqual({ ...base.surface, loss: 'squared', params: {} });
    expect(sceneOf({ standardised: true }, base).scene.surface).toEqual({ ...surface, standardised: true });
    expect(sceneOf({ data: rows }, base).scene.surface).toEqual({ ...surface, data: rows });
    expect(sceneOf({ id: 'bowl' }, base).scene.surface).toEqual(initialScene('bowl').surface);
  });
});

describe('bad data in a scene', () => {
  const kept = (surface: unknown): SceneSurface => sceneOf(surface).scene.surface;

  it.each([
    [7, 'surface.data: expected a list of at least two rows [t, u] of numbers within ±1e9, found 7'],
    [[], 'surface.data: expected a list of at least two rows [t, u] of numbers within ±1e9, found []'],
    [[[1, 2]], 'surface.data: expected a list of at least two rows [t, u] of numbers within ±1e9, found a list of 1'],
    [
      [
        [1, 2],
        [3, '4'],
      ],
      'surface.data: expected a list of at least two rows [t, u] of numbers within ±1e9, found a list of 2',
    ],
    [
      [
        [5, 1],
        [5, 2],
      ].map(([t, u]) => [t, (u ?? 0) * 1e-20]),
      /surface\.data: all inputs are 5/,
    ],
  ] as const)('%j is no surface', (data, sentence) => {
    // prettier-ignore
    expect(sentences({ data }).join()).toMatch(sentence);
    expect(kept({ data })).toEqual(initialScene().surface);
  });

  it('leaves out rows, thins them, and says so', () => {
    expect(sentences({ data: [[1, 2], [3], [2, 4], [1e10, 0]] })).toEqual([
      // prettier-ignore
      'surface.data: 2 of 4 rows are not [t, u] with numbers within ±1e9 and are left out; the first is row 2, [3]',
    ]);
    const data = many(1001);
    expect(sentences({ data })).toEqual(['surface.data: of 1001 rows, 200 at even distances are kept']);
    const surface = kept({ data });
    expect('data' in surface && [surface.data.length, surface.data[0], surface.data.at(-1)]).toEqual([
      200,
      data[0],
      data.at(-1),
    ]);
  });

  it('takes the form that the rows can have', () => {
    expect(
      sentences({
        data: [
          [5, 1],
          [5, 3],
        ],
      }),
    ).toEqual([
      // prettier-ignore
      'surface.standardised: all inputs are 5, so that they cannot be standardised: their deviation is 0; false is used',
    ]);
    expect(
      sentences({
        data: [
          [0, 1],
          [1e-12, 3],
        ],
        standardised: false,
      }),
    ).toEqual([
      // prettier-ignore
      'surface.standardised: a line through these rows has a slope or an intercept of about 2e+12, too large to be drawn: other units would help; true is used',
    ]);
    expect(sentences({ data: rows, loss: 'absolute', standardised: 1, params: { delta: 3 } })).toEqual([
      'surface.loss: expected one of squared, huber, found "absolute"; "squared" is used',
      'surface.standardised: expected true or false, found 1',
      'surface.params.delta: this field is not known here and is left out',
    ]);
  });
});
