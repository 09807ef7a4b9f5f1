import { readdirSync, readFileSync } from 'node:fs';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import { pointsOf } from '../../src/engine/points.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import { type SurfaceId, surfaceOf, surfaces } from '../../surfaces/catalog.ts';
import type { Surface } from '../../surfaces/surface.ts';
import {
  curvatures,
  descend,
  distance,
  hessianAt,
  isInSquare,
  landscapeOf,
  newtonStep,
  ring,
  type Landscape,
} from './landscape.ts';

type Values = Readonly<Record<string, number>>;

const draws = (seed: number): (() => number) => {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
};

const between = ({ min, max, scale }: Quantity, share: number): number =>
  scale === 'log' ? min * (max / min) ** share : min + share * (max - min);

/** The defaults, and where there are parameters, two other places of their sliders. */
const settings = ({ params }: Surface): Values[] => {
  const random = draws(11);
  const names = Object.entries(params);
  const anywhere = (): Values =>
    Object.fromEntries(names.map(([name, quantity]) => [name, between(quantity, random())]));
  const initial = Object.fromEntries(names.map(([name, quantity]) => [name, quantity.initial]));
  return names.length === 0 ? [initial] : [initial, anywhere(), anywhere()];
};

/** Every combination of the ends of the sliders. */
const ends = ({ params }: Surface): Values[] =>
  Object.entries(params).reduce<Values[]>(
    (corners, [name, { min, max }]) =>
      corners.flatMap((corner) => [min, max].map((end) => ({ ...corner, [name]: end }))),
    [{}],
  );

const fieldFor = ({ formula, params }: Surface) => fieldOf(formula, Object.keys(params));

const cases = surfaces.flatMap((surface) =>
  settings(surface).map((values) => {
    const landscape = landscapeOf(fieldFor(surface), values, surface.domain);
    const places = (formulas: Surface['minima']) => pointsOf(formulas, values).map(landscape.inSquare);
    const title = [surface.id, ...Object.entries(values).map(([name, value]) => `${name} ${value.toPrecision(4)}`)];
    return { surface, landscape, places, title: title.join(', ') };
  }),
);
const titled = cases.map((item) => [item.title, item] as const);

/** The point is a cone's tip: the loss rises from it in every direction at a rate that does not fade with the distance. */
const isTip = (landscape: Landscape, point: { x: number; y: number }): boolean => {
  const slopes = [1e-4, 1e-6].map((radius) => Math.min(...ring(landscape, point, radius)) / radius);
  return slopes.every((slope) => slope > 0) && (slopes[1] as number) > 0.5 * (slopes[0] as number);
};

describe('the gradient agrees with central differences', () => {
  test.each(titled)('%s', (_, { landscape: { at } }) => {
    const random = draws(1);
    const h = 1e-4;
    const along = (line: (offset: number) => number): { slope: number; noise: number } => {
      const values = [h, -h, h / 2, -h / 2].map(line) as [number, number, number, number];
      const [wide, narrow] = [(values[0] - values[1]) / (2 * h), (values[2] - values[3]) / h];
      return { slope: (4 * narrow - wide) / 3, noise: (Math.max(...values.map(Math.abs)) * 1e-14) / h };
    };
    for (let i = 0; i < 200; i += 1) {
      const [x, y] = [random(), random()];
      const { gx, gy } = at({ x, y });
      const tolerance = 1e-6 * Math.hypot(gx, gy);
      const inX = along((offset) => at({ x: x + offset, y }).loss);
      const inY = along((offset) => at({ x, y: y + offset }).loss);
      expect(Math.abs(gx - inX.slope), `∂x at ${x}, ${y}`).toBeLessThanOrEqual(tolerance + inX.noise);
      expect(Math.abs(gy - inY.slope), `∂y at ${x}, ${y}`).toBeLessThanOrEqual(tolerance + inY.noise);
    }
  });
});

describe('stated minima are minima', () => {
  test.each(titled)('%s', (_, { surface, landscape, places }) => {
    const minima = places(surface.minima);
    let tips = 0;
    for (const point of minima) {
      for (const radius of [1e-5, 1e-4, 1e-3, 3e-3]) {
        expect(Math.min(...ring(landscape, point, radius)), `around ${JSON.stringify(point)}`).toBeGreaterThan(0);
      }
      if (isTip(landscape, point)) {
        tips += 1;
        continue;
      }
      const hessian = hessianAt(landscape, point);
      const { x, y } = newtonStep(landscape.at(point), hessian);
      expect(Math.hypot(x, y), `from the stationary point near ${JSON.stringify(point)}`).toBeLessThan(1e-11);
      expect(curvatures(hessian)[0]).toBeGreaterThan(0);
    }
    expect(tips > 0).toBe(surface.sharp === true);
  });
});

describe('stated saddles are saddles', () => {
  test.each(titled.filter(([, { surface }]) => surface.saddles.length > 0))(
    '%s',
    (_, { surface, landscape, places }) => {
      for (const point of places(surface.saddles)) {
        const { x, y } = newtonStep(landscape.at(point), hessianAt(landscape, point));
        expect(Math.hypot(x, y), `from the stationary point near ${JSON.stringify(point)}`).toBeLessThan(1e-11);
        for (const radius of [1e-4, 1e-3]) {
          const around = ring(landscape, point, radius);
          expect(Math.max(...around)).toBeGreaterThan(0);
          expect(Math.min(...around)).toBeLessThan(0);
        }
      }
    },
  );
});

describe('no minimum inside the domain is missing', () => {
  test.each(titled)('%s', (_, { surface, landscape, places }) => {
    const minima = places(surface.minima);
    const random = draws(2);
    const side = 24;
    let arrived = 0;
    const [x0, x1, y0, y1] = surface.domain;
    for (let i = 0; i < side * side; i += 1) {
      const start = { x: ((i % side) + random()) / side, y: (Math.floor(i / side) + random()) / side };
      const end = descend(landscape, start);
      if (end === undefined) continue;
      arrived += 1;
      const nearest = Math.min(...minima.map((minimum) => distance(minimum, end)));
      const place = `(${x0 + (x1 - x0) * end.x}, ${y0 + (y1 - y0) * end.y})`;
      expect(nearest, `the minima that are stated lack one at ${place}`).toBeLessThan(1e-6);
    }
    // Newton's descent does not end at a cone's tip, and elsewhere it has to.
    expect(arrived > 0).toBe(minima.some((minimum) => !isTip(landscape, minimum)));
  });
});

describe('every surface is complete', () => {
  test.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (id, surface) => {
    const { minima, saddles, starts, name, teaches, source, steps, camera, domain, params } = surface;
    const [x0, x1, y0, y1] = domain;
    expect(x1 > x0 && y1 > y0).toBe(true);
    const field = fieldFor(surface);
    const values = settings(surface)[0] as Values;
    const landscape = landscapeOf(field, values, domain);
    expect(starts.length).toBeGreaterThanOrEqual(3);
    for (const [x, y] of starts) {
      expect(isInSquare(landscape.inSquare({ x, y })), `start ${x}, ${y}`).toBe(true);
      expect(Object.values(field.at(values, x, y)).every(Number.isFinite), `start ${x}, ${y}`).toBe(true);
    }
    const stated = pointsOf([...minima, ...saddles], values).map(landscape.inSquare);
    expect(stated.length).toBeGreaterThan(0);
    expect(stated.every(isInSquare)).toBe(true);
    stated.forEach((point, i) => {
      for (const other of stated.slice(0, i)) expect(distance(point, other)).toBeGreaterThan(1e-3);
    });
    for (const { initial, min, max } of Object.values(params)) expect(min <= initial && initial <= max).toBe(true);
    expect(Number.isInteger(steps) && steps > 0).toBe(true);
    expect(Math.abs(camera.azimuth) <= 360 && camera.elevation > 0 && camera.elevation < 90).toBe(true);
    expect(source).toMatch(/\d{4}/);
    for (const { en, zh } of [name, teaches]) {
      expect(en).toMatch(/[a-z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    expect(surfaceOf(id)).toBe(surface);
  });

  test.each(surfaces.map((surface) => [surface.id, surface] as const))(
    '%s is finite at the ends of its sliders',
    (_, surface) => {
      const [x0, x1, y0, y1] = surface.domain;
      const side = 33;
      for (const values of ends(surface)) {
        for (let i = 0; i < side * side; i += 1) {
          const [u, w] = [(i % side) / (side - 1), Math.floor(i / side) / (side - 1)];
          const { loss } = fieldFor(surface).at(values, x0 + u * (x1 - x0), y0 + w * (y1 - y0));
          expect(Number.isFinite(loss), `${JSON.stringify(values)} at ${u}, ${w}`).toBe(true);
        }
      }
    },
  );

  test('ids are unique and are the names of the files', () => {
    const folder = new URL('../../surfaces/', import.meta.url);
    const files = readdirSync(folder).filter((file) => /= surface\(\{/.test(readText(new URL(file, folder))));
    const ids: SurfaceId[] = surfaces.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });
});

const readText = (url: URL): string => (url.pathname.endsWith('.ts') ? readFileSync(url, 'utf8') : '');
