import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programCircuit } from '../../src/formula/circuit.ts';
import { firstPaths, pathCounts, pathsTo, wiresWalked } from '../../src/formula/paths.ts';
import { at, traceOf } from '../../src/formula/trace.ts';
import { sharing, squaring } from './circuits.ts';

const worked = programCircuit('c = a + b; d = b + 1; e = c*d');

describe('worked by hand', () => {
  test('two paths lead from e to b, over c and over d, with products 2·1 and 3·1', () => {
    expect(pathCounts(worked)).toEqual(
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
    );
    const paths = firstPaths(traceOf(worked, { a: 2, b: 1 }), 'b', 10);
    expect(paths.map(({ product }) => product)).toEqual([2, 3]);
    expect(paths.map(({ wires }) => wires.map(({ argument }) => argument.names))).toEqual([
      [['c'], ['b']],
      [['d'], ['b']],
    ]);
  });

  test('three paths of two edges each are six edges, backpropagation walks five', () => {
    expect(wiresWalked(worked)).toEqual({ paths: 6n, backprop: 5 });
  });

  test('64 squarings: 2⁶⁴ paths of 64 edges each, against 128 edges', () => {
    const circuit = programCircuit(squaring(64));
    expect(pathCounts(circuit)).toEqual(new Map([['x', 2n ** 64n]]));
    expect(wiresWalked(circuit)).toEqual({ paths: 64n * 2n ** 64n, backprop: 128 });
    const [first, second, ...rest] = firstPaths(traceOf(circuit, { x: 1 }), 'x', 3);
    expect([first?.wires.length, first?.product, second?.product, rest.length]).toEqual([64, 1, 1, 1]);
  });

  test('the result may be the input itself, or not depend on it', () => {
    const itself = programCircuit('x');
    expect(pathCounts(itself).get('x')).toBe(1n);
    expect(wiresWalked(itself)).toEqual({ paths: 0n, backprop: 0 });
    expect(firstPaths(traceOf(itself, { x: 3 }), 'x', 5)).toEqual([{ wires: [], product: 1 }]);
    const other = programCircuit('u = q; 2x');
    expect(pathCounts(other)).toEqual(
      new Map([
        ['q', 0n],
        ['x', 1n],
      ]),
    );
    expect(firstPaths(traceOf(other, { x: 3, q: 1 }), 'q', 5)).toEqual([]);
  });

  test('what has no slope still has a path: floor hands 0 down', () => {
    expect(
      firstPaths(traceOf(programCircuit('floor(x) + x'), { x: 2.5 }), 'x', 5).map(({ product }) => product),
    ).toEqual([0, 1]);
  });
});

const coordinate = fc.integer({ min: -194, max: 194 }).map((n) => n / 97);
const bound = 5000;

test('1,000 random graphs: the count is that of the enumeration, and the products add up to the gradient', () => {
  let most = 0;
  fc.assert(
    fc.property(sharing, coordinate, coordinate, (program, x, y) => {
      const circuit = programCircuit(program);
      const trace = traceOf(circuit, { x, y });
      const counts = pathCounts(circuit);
      let walked = 0;
      for (const [input, count] of counts) {
        fc.pre(count <= bound);
        let sum = 0;
        let size = 0;
        let found = 0n;
        for (const { wires, product } of pathsTo(trace, input)) {
          expect(wires[0]?.user ?? circuit.result).toBe(circuit.result);
          wires.slice(1).forEach((wire, i) => expect(wire.user).toBe(wires[i]?.argument));
          expect(product).toBe(wires.reduce((so, wire) => so * at(trace.locals, wire), 1));
          sum += product;
          size += Math.abs(product);
          walked += wires.length;
          found += 1n;
        }
        expect(found).toBe(count);
        const gradient = trace.named.get(input)?.gradient as number;
        if (Number.isFinite(size)) expect(Math.abs(sum - gradient)).toBeLessThanOrEqual(1e-13 * size);
        else expect(trace.locals.some((local) => !Number.isFinite(local))).toBe(true);
        most = Math.max(most, Number(count));
      }
      expect(wiresWalked(circuit).paths).toBe(BigInt(walked));
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect(most).toBeGreaterThan(100);
});
