import type { Page } from '@playwright/test';
import type { Field } from '../../../src/engine/field.ts';
import { errorBound } from './bound.ts';
import { runOnGpu, shaderOf, uniformsOf } from './gpu.ts';

/** What is compared: a field at some values of its parameters, over a part of the plane. */
export interface Question {
  readonly field: Field;
  readonly params: Readonly<Record<string, number>>;
  readonly domain: readonly [number, number, number, number];
  /** Changes the shader before it runs, to see whether the comparison notices. */
  readonly tamper?: (shader: string) => string;
}

export interface Agreement {
  /** Of points × {loss, gx, gy}: where float32 is further from float64 than rounding explains. */
  readonly wrong: number;
  /** The one furthest beyond its bound, in words; empty where none is. */
  readonly worst: string;
  /** The share of numbers whose bound is over 1% of the number's own scale, so that little is checked there. */
  readonly loose: number;
}

const side = 64;
const names = ['loss', 'gx', 'gy'] as const;

const grid = ([x0, x1, y0, y1]: Question['domain']): number[] =>
  Array.from({ length: side * side }, (_, i) => [
    Math.fround(x0 + ((x1 - x0) * (i % side)) / (side - 1)),
    Math.fround(y0 + ((y1 - y0) * Math.floor(i / side)) / (side - 1)),
  ]).flat();

const rounded = (params: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Math.fround(value)]));

/** Value and gradient on a 64 × 64 grid: float32 in the browser's GPU against float64 in WebAssembly. */
export async function agreements(page: Page, questions: readonly Question[]): Promise<Agreement[]> {
  const works = questions.map(({ field, params, domain, tamper }) => {
    const inputs = Object.fromEntries(Object.entries(rounded(params)).map(([name, value]) => [`p.${name}`, value]));
    const shader = shaderOf({ loss: field.value, gx: field.gx, gy: field.gy }, Object.keys(inputs));
    return { shader: tamper?.(shader) ?? shader, uniforms: uniformsOf(inputs), inputs, points: grid(domain), side };
  });
  const pictures = await runOnGpu(
    page,
    works.map(({ shader, uniforms, points }) => ({ shader, uniforms, points, side })),
  );
  return questions.map(({ field, params }, q) => {
    const { inputs, points } = works[q] as (typeof works)[number];
    const bound = errorBound(field.graph, [field.value, field.gx, field.gy]);
    let [wrong, worst, furthest] = [0, '', 1];
    const exact = Array.from({ length: side * side }, (_, i) =>
      field.at(rounded(params), points[2 * i] as number, points[2 * i + 1] as number),
    );
    const scale = names.map((name) => {
      const sizes = exact.map((sample) => Math.abs(sample[name])).sort((a, b) => a - b);
      return sizes[sizes.length >> 1] as number;
    });
    let loose = 0;
    exact.forEach((sample, i) => {
      const [x, y] = [points[2 * i] as number, points[2 * i + 1] as number];
      const allowed = bound({ ...inputs, x, y });
      names.forEach((name, k) => {
        const expected = sample[name];
        const drawn = pictures[q]?.[4 * i + k] as number;
        const limit = allowed[k] as number;
        if (!(limit <= 0.01 * Math.max(Math.abs(expected), scale[k] as number) + 1e-6)) loose += 1;
        if (Math.abs(drawn - expected) <= limit || Object.is(drawn, expected)) return;
        wrong += 1;
        const ratio = Math.abs(drawn - expected) / limit;
        if (ratio <= furthest) return;
        furthest = ratio;
        worst = `${name}(${x}, ${y}) is drawn as ${drawn}: ${expected} ± ${limit.toPrecision(2)} expected`;
      });
    });
    return { wrong, worst, loose: loose / (3 * exact.length) };
  });
}
