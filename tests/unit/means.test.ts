import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meansOf, strideFor } from '../../src/ui/network/charts/means.ts';

describe('means of a curve that has more values than a chart has room', () => {
  it('begin beyond 250 epochs, and leave no more rows than that', () => {
    expect([1, 120, 200, 250, 251, 500, 2000].map(strideFor)).toEqual([1, 1, 1, 1, 3, 3, 9]);
    for (let epochs = 1; epochs <= 2000; epochs += 1)
      expect(Math.floor(epochs / strideFor(epochs))).toBeLessThanOrEqual(250);
  });

  it('are of as many values on both sides, and leave the first as it is', () => {
    expect([...meansOf(Float64Array.of(9, 1, 2, 3, 4, 5, 12), 3)]).toEqual([9, 3, 12]);
    expect([...meansOf(Float64Array.of(9, 1, 2, 3, 4), 3)]).toEqual([9, 3]);
    expect([...meansOf(Float64Array.of(9), 5)]).toEqual([9]);
    expect([...meansOf(new Float64Array(0), 5)]).toEqual([]);
  });

  it('of a straight line are its values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 6 }), (length, half) => {
        const stride = 2 * half + 1;
        const line = Float64Array.from({ length }, (_, i) => 3 * i);
        const rows = meansOf(line, stride);
        expect(rows).toHaveLength(Math.floor((length - 1) / stride) + 1);
        rows.forEach((value, row) => expect(value).toBe(3 * row * stride));
      }),
    );
  });
});
