import { type Node, reachable } from '../formula/graph.ts';
import type { LoopColumn } from '../formula/loop.ts';

/** What is known of an input's value during a run: at least 0, or from 0 to 1. */
export type Range = 'positive' | 'unit';

const everywhere: ReadonlySet<string> = new Set(['abs', 'exp', 'relu', 'sigmoid', 'softplus', 'hypot', 'cosh', 'sqrt']);
const ofBoth: ReadonlySet<string> = new Set(['add', 'mul', 'div', 'min', 'max']);

/**
 * The nodes of a step whose value is never negative, rounding included: it may be 0, infinite or not a number. By
 * induction: state begins at 0, and stays where its next value is not negative provided that it was not.
 *
 * @param state what is carried from step to step and begins at 0
 * @param range what is known of an input; undefined where nothing is
 */
export function neverNegative(
  outputs: readonly Pick<LoopColumn, 'name' | 'node'>[],
  state: readonly string[],
  range: (input: string) => Range | undefined,
): ReadonlySet<Node> {
  const order = reachable(outputs.map(({ node }) => node));
  let held = new Set(state);
  for (;;) {
    const unit = new Set<Node>();
    const positive = new Set<Node>();
    for (const node of order) {
      const { op, args, value = NaN, name = '' } = node;
      const [a, b] = args as [Node, Node];
      const isUnit =
        op === 'constant'
          ? value >= 0 && value <= 1
          : op === 'input'
            ? range(name) === 'unit'
            : op === 'mul'
              ? unit.has(a) && unit.has(b)
              : op === 'sub' && a.value === 1 && unit.has(b);
      const isPositive =
        isUnit ||
        (op === 'constant' ? value >= 0 : op === 'input' && (held.has(name) || range(name) !== undefined)) ||
        everywhere.has(op) ||
        (op === 'mul' && a === b) ||
        (op === 'pow' && positive.has(a)) ||
        (ofBoth.has(op) && args.every((each) => positive.has(each)));
      if (isUnit) unit.add(node);
      if (isPositive) positive.add(node);
    }
    const kept = new Set(
      outputs.filter(({ name, node }) => held.has(name) && positive.has(node)).map(({ name }) => name),
    );
    if (kept.size === held.size) return positive;
    held = kept;
  }
}
