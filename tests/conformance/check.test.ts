import { describe, expect, test } from 'vitest';
import { checkGradient, passes } from '../../src/engine/check/check.ts';
import { fieldCircuit } from '../../src/engine/circuit.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { brokenCircuit } from '../../src/formula/circuit.ts';
import { type Trace, traceOf } from '../../src/formula/trace.ts';
import { surfaces } from '../../surfaces/catalog.ts';

const cases = surfaces.map((surface) => {
  const { id, formula, params, starts } = surface;
  const values = Object.fromEntries(Object.entries(params).map(([name, { initial }]) => [name, initial]));
  const circuit = fieldCircuit(fieldOf(formula, Object.keys(params)));
  return [id, { circuit, points: starts.map(([x, y]) => ({ x, y, ...values })) }] as const;
});

const isGreen = (trace: Trace): boolean => checkGradient(trace).every(({ verdict }) => passes.has(verdict));

describe('the gradient check is green at every start of every surface', () => {
  test.each(cases)('%s', (_, { circuit, points }) => {
    for (const point of points)
      expect(checkGradient(traceOf(circuit, point)).filter(({ verdict }) => !passes.has(verdict))).toEqual([]);
  });
});

/** The largest change of an input's gradient as a share of it: 0 where nothing but rounding tells the two apart. */
const change = (sound: Trace, broken: Trace): number =>
  Math.max(
    ...[...sound.circuit.inputs.keys()].map((name) => {
      const [a, b] = [sound, broken].map(({ named }) => named.get(name)?.gradient as number) as [number, number];
      const share = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
      return share < 1e-12 ? 0 : share;
    }),
  );

describe('every broken gate that matters is caught', () => {
  test.each(cases)('%s', (_, { circuit, points }) => {
    for (const factor of [-1, 0.9]) {
      for (const gate of circuit.gates) {
        for (const point of points) {
          const [sound, broken] = [circuit, brokenCircuit(circuit, gate.index, factor)].map((each) =>
            traceOf(each, point),
          ) as [Trace, Trace];
          const size = change(sound, broken);
          const title = `${gate.node.op} ${gate.names.join()} times ${factor} at ${JSON.stringify(point)}, a change of ${size}`;
          expect(isGreen(broken), title).toBe(size === 0);
        }
      }
    }
  });
});
