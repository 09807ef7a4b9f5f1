import type { Inspection } from './inspect.ts';
import type { Point } from './points.ts';
import type { Run } from './run.ts';
import type { StateKind } from './stateKind.ts';
import type { Both } from './step.ts';

/**
 * What an arrow of a step is: the move itself; −∇f as the rule got it; −∇f without the noise and of all data; a velocity
 * that the rule keeps; a memory of gradients that it keeps, turned round as gradients are.
 */
export type ArrowKind = 'step' | 'gradient' | 'exact' | 'velocity' | 'memory';

/** A vector of a step, in units of the domain. */
export interface StepVector {
  readonly kind: ArrowKind;
  /** The state's name, where it is one. */
  readonly name?: string;
  /** Where it begins; undefined for a state, which goes along with the optimizer. */
  readonly from: Point | undefined;
  readonly x: number;
  readonly y: number;
}

/** A state that is a size, along x and y, each as a share of the largest that either has had so far. */
export interface StepSize extends Both<number> {
  readonly name: string;
}

/** What is drawn of one step. */
export interface StepPicture {
  readonly before: Point;
  readonly after: Point;
  readonly vectors: readonly StepVector[];
  /** Look-ahead points: where `grad(…)` took its gradient. */
  readonly ahead: readonly Point[];
  /** Where x has looked ahead from, where it is the look-ahead point itself. */
  readonly behind?: Point;
  readonly sizes: readonly StepSize[];
}

const largest = new WeakMap<Float64Array, Float64Array>();

/** Row s: the largest number of a column in rows 0 … s. */
function largestSoFar(column: Float64Array): Float64Array {
  const before = largest.get(column);
  if (before !== undefined) return before;
  let most = 0;
  const found = column.map((value) => (most = Math.max(most, value)));
  largest.set(column, found);
  return found;
}

/**
 * The arrows, points and sizes of an inspected step, as far as they are finite; `kinds` has the kind of every state of the
 * rule.
 */
export function stepPicture(
  { step, before, after, gradients, noise, batch, update }: Inspection,
  { columns }: Run,
  kinds: ReadonlyMap<string, StateKind>,
  behind?: Point,
): StepPicture {
  const at = (row: Readonly<Record<string, number>>): Point => ({ x: row['x'] as number, y: row['y'] as number });
  const [from, to] = [at(before), at(after)];
  const down = (kind: ArrowKind, point: Point | undefined, g: Both<number>): StepVector => ({
    kind,
    from: point,
    x: -g.x,
    y: -g.y,
  });
  const vectors: StepVector[] = gradients.flatMap(({ point, exact, given }) => [
    ...(noise === undefined && batch === undefined ? [] : [down('exact', point, exact)]),
    down('gradient', point, given),
  ]);
  const sizes: StepSize[] = [];
  for (const [name, kind] of kinds) {
    const value = { x: after[`${name}.x`] as number, y: after[`${name}.y`] as number };
    if (kind === 'velocity') vectors.push({ kind, name, from: undefined, ...value });
    else if (kind === 'gradient') vectors.push({ ...down('memory', undefined, value), name });
    else {
      const most = (['x', 'y'] as const).map((axis) => {
        const column = columns[`${name}.${axis}`];
        return column === undefined ? 0 : (largestSoFar(column)[step] ?? 0);
      });
      const scale = Math.max(...most);
      if (scale > 0) sizes.push({ name, x: value.x / scale, y: value.y / scale });
    }
  }
  vectors.push({ kind: 'step', from, ...update });
  const ahead = gradients.flatMap(({ argument, point }) => (argument === undefined ? [] : [point]));
  const isFinite = ({ x, y }: Both<number>): boolean => Number.isFinite(x) && Number.isFinite(y);
  return {
    before: from,
    after: to,
    vectors: vectors.filter(isFinite),
    ahead: ahead.filter(isFinite),
    ...(behind && isFinite(behind) && { behind }),
    sizes: sizes.filter(isFinite),
  };
}
