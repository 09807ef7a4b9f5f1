import { describe, expect, it } from 'vitest';
import { generated, generators } from '../../src/network/data/catalog.ts';
import { outputsFor } from '../../src/network/data/dataset.ts';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { digits } from '../../src/network/data/digits.ts';
import { split, standardised, standardOf } from '../../src/network/data/split.ts';

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, value) => total + value, 0);

describe.each(generators.map((item) => [item.id, item] as const))('%s', (id, { params, name, teaches }) => {
  const data = generated(id, 1);

  it('has the size that was asked for, and finite numbers', () => {
    expect(data.rows).toBe(params.rows.initial);
    expect(data.inputs).toHaveLength(data.rows * data.features.length);
    expect(data.labels.length + data.numbers.length).toBe(data.rows);
    expect([...data.inputs, ...data.numbers].every(Number.isFinite)).toBe(true);
    expect(new Set(data.labels).size).toBe(data.classes.length);
    expect(outputsFor(data)).toBeGreaterThan(0);
    expect(generated(id, 1, { rows: 31 }).rows).toBe(31);
  });

  it('is the same for the same seed, another for another, and another with noise', () => {
    expect(generated(id, 1)).toEqual(data);
    expect(generated(id, 2)).not.toEqual(data);
    expect(generated(id, 1, { noise: 0.5 })).not.toEqual(data);
  });

  it('has classes of like size, and texts in both languages', () => {
    const counts = data.classes.map((_, c) => data.labels.filter((label) => label === c).length);
    expect(Math.max(0, ...counts) - Math.min(data.rows, ...counts)).toBeLessThanOrEqual(1);
    for (const text of [name, teaches]) expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('digits', () => {
  const data = digits();

  it('are the 1,797 of the archive, with their attribution', () => {
    expect(data.rows).toBe(1797);
    expect(data.classes.map((_, c) => data.labels.filter((label) => label === c).length)).toEqual([
      178, 182, 177, 183, 181, 182, 181, 179, 174, 180,
    ]);
    expect(sum(data.inputs) * 16).toBe(561718);
    for (const { lab } of Object.values(dictionaries))
      for (const part of ['Alpaydin', 'Kaynak', 'doi:10.24432/C50P49', 'CC BY 4.0'])
        expect(lab.digitsCredit).toContain(part);
  });

  it('are unpacked pixel by pixel', () => {
    const first = [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0];
    expect([...data.inputs.subarray(0, 16)].map((value) => value * 16)).toEqual(first);
    expect(data.labels[0]).toBe(0);
    expect([...data.inputs.subarray(64, 72)].map((value) => value * 16)).toEqual([0, 0, 0, 12, 13, 5, 0, 0]);
  });
});

describe('split', () => {
  it('has every row in one part, and at least one in each', () => {
    for (const rows of [3, 4, 10, 100, 1797]) {
      const { train, validation, test } = split(rows, { validation: 0.2, test: 0.2 }, 5);
      expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual(
        Array.from({ length: rows }, (_, i) => i),
      );
      expect(Math.min(train.length, validation.length, test.length)).toBeGreaterThan(0);
    }
  });

  it('is random by the seed, and refuses where nothing is left to train on', () => {
    const shares = { validation: 0.2, test: 0.2 };
    expect(split(100, shares, 1)).toEqual(split(100, shares, 1));
    expect(split(100, shares, 1).train).not.toEqual(split(100, shares, 2).train);
    expect(() => split(2, shares, 1)).toThrow(/expected some to train on, found 2/);
  });
});

describe('standardisation', () => {
  const data = generated('clusters', 1);
  const { train } = split(data.rows, { validation: 0.2, test: 0.2 }, 1);

  it('gives the rows that it is measured on mean 0 and deviation 1', () => {
    const { inputs } = standardised(data, standardOf(data, train));
    for (const i of [0, 1]) {
      const column = [...train].map((row) => inputs[2 * row + i] as number);
      expect(sum(column) / column.length).toBeCloseTo(0, 12);
      expect(sum(column.map((value) => value ** 2)) / column.length).toBeCloseTo(1, 12);
    }
  });

  it('leaves the size of an input that never changes', () => {
    const flat = { ...data, inputs: data.inputs.map((value, at) => (at % 2 === 0 ? 7 : value)) };
    const { inputs } = standardised(flat, standardOf(flat, train));
    expect(inputs.filter((_, at) => at % 2 === 0).every((value) => value === 0)).toBe(true);
  });
});
