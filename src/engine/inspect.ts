import { fill } from '../formula/fill.ts';
import type { Node } from '../formula/graph.ts';
import { values } from '../formula/interpret.ts';
import type { Expression, Statement } from '../formula/syntax.ts';
import { batchAt } from './batch.ts';
import { type Compiled, compile } from './compile.ts';
import { writeArgs, writeInputs } from './inputs.ts';
import { stretches } from './interventions.ts';
import type { Run } from './run.ts';
import type { Settings } from './simulate.ts';
import type { Axis, Both } from './step.ts';

/** One statement of the rule with a step's numbers: `statement` as written, then per coordinate the same expression filled. */
export interface InspectedStatement {
  readonly statement: Statement;
  /** The expression with each name replaced by its number at that moment; pi and e stay. */
  readonly filled: Both<Expression>;
  readonly names: ReadonlyMap<string, Both<number>>;
  readonly value: Both<number>;
}

/** A gradient that the step uses. */
export interface InspectedGradient {
  /** What stands in `grad(…)`; undefined for g, the gradient at the point before the step. */
  readonly argument: Expression | undefined;
  /** Where it is taken: the point before the step, or for `grad(…)` the look-ahead point. */
  readonly point: Both<number>;
  /** ∇f there. */
  readonly exact: Both<number>;
  /** ∇f, or the gradient of the step's batch, with the step's noise: what the rule gets; ∇f where there is neither. */
  readonly given: Both<number>;
}

/** Everything that one step of a run computes: the step n that leads from row n − 1 to row n. */
export interface Inspection {
  readonly step: number;
  readonly statements: readonly InspectedStatement[];
  /** g first, where the rule uses it, then each `grad(…)` in order. */
  readonly gradients: readonly InspectedGradient[];
  /** What is added to every gradient of this step; undefined without noise. */
  readonly noise: Both<number> | undefined;
  /** The rows of data in the step's batch, by their places from 0; undefined where every step takes all of them. */
  readonly batch: readonly number[] | undefined;
  /** Row n − 1 of the run's columns: x, y, loss, gx, gy, lr, mu and state such as `v.x`. */
  readonly before: Readonly<Record<string, number>>;
  /** x, y, loss, gx, gy and state after the step: row n, where the run has it. */
  readonly after: Readonly<Record<string, number>>;
  /** Δ = after − before. */
  readonly update: Both<number>;
  /** The step down along each coordinate by g, −Δ/g, g the first of `gradients` as the rule got it: for plain descent lr. Undefined where g is 0 or none. */
  readonly rate: Both<number | undefined>;
  /** ‖Δ‖/‖x‖, x before the step; undefined at the origin. */
  readonly ratio: number | undefined;
}

/** The inputs of step n as the engine has them: the run's row n − 1, and what its kernel reads for that step. */
const inputsOf = (compiled: Compiled, settings: Settings, before: Record<string, number>, n: number) => {
  writeInputs(compiled, settings);
  const now = stretches(settings.rule.values, settings.interventions, n).at(-1);
  if (now !== undefined) writeArgs(compiled, settings, now.values);
  const { loop, kernel } = compiled;
  const args = loop.args.map((name, i) => [name, kernel.args[i] as number] as const);
  const columns = loop.inputs.map((name) => [name, (kernel.inputs[name] as Float64Array)[n] as number] as const);
  return { t: n, ...Object.fromEntries([...args, ...columns]), ...before };
};

const pointIn = (row: Readonly<Record<string, number>>): [number, number] => [row['x'] as number, row['y'] as number];

const nodesOf = ({ statements, gradients, loop }: Compiled): Node[] => [
  ...statements.flatMap(({ value, names }) => [value, ...names.values()]).flatMap(({ x, y }) => [x, y]),
  ...gradients.flatMap(({ point, exact, given }) => [point, exact, given]).flatMap(({ x, y }) => [x, y]),
  ...loop.outputs.map(({ node }) => node),
];

/**
 * Step n of a run of these settings, 1 ≤ n ≤ run.steps + 1, with every number in it: the values of the graph that the
 * engine's kernel was compiled from, and so the run's own to the bit. Step run.steps + 1 is the one that comes next, or
 * that stopped the run. Throws RangeError for another n.
 */
export function inspectStep(settings: Settings, run: Run, n: number): Inspection {
  if (!(Number.isInteger(n) && n >= 1 && n <= run.steps + 1))
    throw new RangeError(`step: expected 1 to ${run.steps + 1}, found ${n}`);
  const compiled = compile(settings.loss, settings.rule, settings.noise > 0);
  const before = Object.fromEntries(
    Object.entries(run.columns).map(([name, column]) => [name, column[n - 1] as number]),
  );
  const found = values(nodesOf(compiled), inputsOf(compiled, settings, before, n));
  const number = (node: Node): number => found.get(node) as number;
  const numbers = ({ x, y }: Both<Node>): Both<number> => ({ x: number(x), y: number(y) });

  const statements = compiled.statements.map(({ statement, value, names }): InspectedStatement => {
    const known = new Map([...names].map(([name, nodes]) => [name, numbers(nodes)]));
    const along = (axis: Axis): Expression =>
      fill(statement.value, new Map([...known].map(([name, pair]) => [name, pair[axis]])));
    return { statement, filled: { x: along('x'), y: along('y') }, names: known, value: numbers(value) };
  });
  const gradients = compiled.gradients.map(({ argument, point, exact, given }) => ({
    argument,
    point: numbers(point),
    exact: numbers(exact),
    given: numbers(given),
  }));
  const after = Object.fromEntries(compiled.loop.outputs.map(({ name, node }) => [name, number(node)]));
  const { nx, ny } = before;
  const { batch } = settings.loss;
  return {
    step: n,
    statements,
    gradients,
    noise: nx === undefined || ny === undefined ? undefined : { x: nx, y: ny },
    batch: batch && batchAt(settings.seed, batch, n),
    before,
    after,
    ...measures(pointIn(before), pointIn(after), gradients[0]?.given),
  };
}

/** The move, its effective rate per coordinate, and its size relative to the point that it starts from. */
function measures(
  [x, y]: readonly [number, number],
  [nextX, nextY]: readonly [number, number],
  gradient: Both<number> | undefined,
): Pick<Inspection, 'update' | 'rate' | 'ratio'> {
  const rate = (down: number, slope = 0): number | undefined => (slope === 0 ? undefined : down / slope);
  const size = Math.hypot(x, y);
  return {
    update: { x: nextX - x, y: nextY - y },
    rate: { x: rate(x - nextX, gradient?.x), y: rate(y - nextY, gradient?.y) },
    ratio: size === 0 ? undefined : Math.hypot(nextX - x, nextY - y) / size,
  };
}
