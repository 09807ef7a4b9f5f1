import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circuit, type Gate, programCircuit } from '../../src/formula/circuit.ts';
import {
  type Direction,
  type Drawing,
  drawingOf,
  pillWidth,
  type Point,
  questionOf,
} from '../../src/ui/graph/geometry.ts';
import { curve, nearest, passing } from '../../src/ui/graph/curve.ts';
import { layOut } from '../../src/ui/graph/layout/layOut.ts';
import { planOf } from '../../src/ui/graph/plan.ts';
import { walk } from '../../src/ui/graph/walk.ts';
import { sharing } from './circuits.ts';

const drawn = (circuit: Circuit, direction: Direction = 'LR'): Drawing => {
  const plan = planOf(circuit, circuit.result);
  return drawingOf(plan, direction, layOut({ id: 1, ...questionOf(plan, direction) }));
};
const named = ({ gates }: Circuit, name: string): Gate => gates.find(({ names }) => names.includes(name)) as Gate;

describe('the plan of a drawing', () => {
  it('leaves constants to the signs of their users, but for a result that is one', () => {
    const circuit = programCircuit('2*x + 3');
    expect(planOf(circuit, circuit.result).gates.map(({ node }) => node.op)).toEqual(['input', 'mul', 'add']);
    const constant = programCircuit('2*3');
    expect(planOf(constant, constant.result).gates).toEqual([constant.result]);
  });

  it('is a part around a gate where all of it is too much, and connected', () => {
    const circuit = programCircuit(Array.from({ length: 150 }, (_, i) => `sin(${i + 2}*x)`).join('+'));
    const around = circuit.gates.filter(({ active }) => active)[100] as Gate;
    const plan = planOf(circuit, around);
    expect(plan.isPart).toBe(true);
    expect(plan.gates).toContain(around);
    expect(plan.gates.length).toBeGreaterThan(20);
    expect(plan.gates.length).toBeLessThan(120);
    const found = new Set([around]);
    for (const gate of found)
      for (const { user, argument } of plan.wires)
        if (user === gate || argument === gate) found.add(user).add(argument);
    expect(found.size).toBe(plan.gates.length);
  });
});

describe.each(['LR', 'TB'] as const)('a drawing, %s', (direction) => {
  const [along, across] = direction === 'LR' ? (['x', 'y'] as const) : (['y', 'x'] as const);

  it('has every gate after its arguments, none upon another, all inside, and every wire from gate to gate', () => {
    fc.assert(
      fc.property(sharing, (program) => {
        const { plan, places, paths, width, height } = drawn(programCircuit(program), direction);
        for (const { user, argument } of plan.wires)
          expect(places.get(argument)?.[along]).toBeLessThan(places.get(user)?.[along] as number);
        const all = [...places];
        for (const [i, [gate, { x, y }]] of all.entries()) {
          expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
          for (const [other, at] of all.slice(i + 1)) {
            const apart = Math.max(
              Math.abs(x - at.x) - (pillWidth(gate) + pillWidth(other)) / 2,
              Math.abs(y - at.y) - 44,
            );
            expect(apart).toBeGreaterThan(0);
          }
        }
        expect(paths.size).toBe(plan.wires.length);
      }),
      { numRuns: 100 },
    );
  });

  it('has inputs in their order where nothing speaks against it', () => {
    const circuit = programCircuit('2*(x*y + max(z, w))');
    const { places } = drawn(circuit, direction);
    const order = ['x', 'y', 'z', 'w'].map((name) => places.get(named(circuit, name))?.[across] as number);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('is walked along its wires, and across them', () => {
    const circuit = programCircuit('c = a + b\nd = b + 1\ne = c*d');
    const drawing = drawn(circuit, direction);
    const [back, on, before, after] =
      direction === 'LR'
        ? (['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const)
        : (['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const);
    const from = (name: string, key: string): string | undefined => walk(drawing, named(circuit, name), key)?.names[0];
    expect(from('a', on)).toBe('c');
    expect(from('c', on)).toBe('e');
    expect(from('d', back)).toBe('b');
    expect(from('a', back)).toBeUndefined();
    expect(from('e', on)).toBeUndefined();
    expect(from('a', 'Enter')).toBeUndefined();
    expect([from('a', before), from('a', after)].filter(Boolean)).toEqual(['b']);
    expect([from('c', before), from('c', after)]).toContain('d');
  });
});

describe('a wire', () => {
  const bends = [
    { x: 0, y: 0 },
    { x: 50, y: 80 },
    { x: 90, y: 80 },
    { x: 200, y: -40 },
  ];

  it('leads from end to end, drawn toward each bend', () => {
    expect(curve(bends)).toBe('M0.0 0.0Q50.0 80.0 70.0 80.0Q90.0 80.0 145.0 20.0L200.0 -40.0');
    expect(curve([bends[0] as Point, bends[3] as Point])).toBe('M0.0 0.0L200.0 -40.0');
  });

  it('has its derivative upon it, where it passes by the place that is left for it', () => {
    const half = ([from = 0, by = 0, to = 0]: number[]): number => (from + 2 * by + to) / 4;
    expect(nearest(bends, { x: 95, y: 90 })).toBe(2);
    expect(passing(bends, 2)).toEqual({ x: half([70, 90, 145]), y: half([80, 80, 20]) });
    expect(passing(bends, 1)).toEqual({ x: half([0, 50, 70]), y: half([0, 80, 80]) });
    const straight = bends.slice(0, 2);
    expect(passing(straight, nearest(straight, { x: 20, y: 30 }))).toEqual({ x: 25, y: 40 });
  });
});
