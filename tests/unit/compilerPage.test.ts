import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { stepLoop } from '../../src/engine/compile.ts';
import { gradient } from '../../src/formula/backprop.ts';
import { build } from '../../src/formula/build.ts';
import { glsl } from '../../src/formula/emit/glsl.ts';
import { compileLoop } from '../../src/formula/emit/wasm.ts';
import { Graph, type Node, reachable } from '../../src/formula/graph.ts';
import { parse } from '../../src/formula/parse.ts';
import { ruleOf, rules } from '../../src/optimizers/catalog.ts';
import { surfaceOf, surfaces } from '../../surfaces/catalog.ts';

const page = readFileSync(new URL('../../docs/compiler.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(/```(\w+)\n([^`]*)\n```/g)].flatMap(([, kind, text]) => (kind === language ? [String(text)] : []));

const graph = new Graph();
const inputs = new Map(['x', 'y', 'a', 'b'].map((name) => [name, graph.input(name)] as const));
const [formula, rule] = blocks('formula') as [string, string];
const { result } = build(graph, parse(formula), inputs);
const [gx, gy] = gradient(graph, result, [inputs.get('x') as Node, inputs.get('y') as Node]) as [Node, Node];

const written = ({ id, name, value }: Node): string => name ?? (value === undefined ? `n${id}` : String(value));
const listed = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => (node.args.length > 0 ? [`${written(node)} = ${[node.op, ...node.args.map(written)].join(' ')}`] : [])); // prettier-ignore

describe('the page about the compiler', () => {
  it('shows the formulas of the catalogs', () => {
    expect(formula).toBe(surfaceOf('rosenbrock').formula);
    const lines = (text: string): string[] => text.trim().split('\n').map((line) => line.trim()); // prettier-ignore
    expect(lines(rule)).toEqual(lines(ruleOf('adam').formula));
  });
  it('lists the graph that is made, forward and backward', () => {
    const forward = listed(reachable([result]));
    const all = listed(reachable([result, gx, gy]));
    const [before, after] = blocks('graph').map((text) => text.split('\n')) as [string[], string[]];
    expect(before).toEqual(forward);
    expect(after).toEqual(all.filter((line) => !forward.includes(line)));
    expect(page).toContain(`∂f/∂x is \`${written(gx)}\` and ∂f/∂y is \`${written(gy)}\``);
    expect(all).toHaveLength(14);
  });
  it('shows the GLSL that is emitted', () => {
    expect(blocks('glsl')).toEqual([glsl({ loss: result, gx, gy }, (name) => name).body]);
  });
  it('says how long the modules of all surfaces and rules are at most', () => {
    const made = vi.spyOn(WebAssembly, 'Module');
    for (const { formula: loss, params } of surfaces)
      for (const { formula: usual, variants, state, hyper } of rules)
        for (const text of [usual, ...Object.values(variants).map((variant) => variant.formula)]) {
          const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
          const learning = { formula: text, state, hyper: own };
          compileLoop(stepLoop({ formula: loss, params: Object.keys(params) }, learning, false).loop);
        }
    const sizes = made.mock.calls.map(([bytes]) => bytes.byteLength);
    made.mockRestore();
    const most = /some hundred to at most ([\d,]+)\s+bytes long/.exec(page)?.[1]?.replace(',', '');
    expect(Math.min(...sizes)).toBeGreaterThan(100);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(Number(most));
  });
});
