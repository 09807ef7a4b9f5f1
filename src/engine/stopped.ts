import { buildExpression } from '../formula/build.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { nonFinite, valueReason } from '../formula/nonFinite.ts';
import type { Operation } from '../formula/operations.ts';
import { parse } from '../formula/parse.ts';
import type { Text } from '../formula/text.ts';
import { traceOf } from '../formula/trace.ts';
import { fieldCircuit } from './circuit.ts';
import { fieldOf } from './field.ts';
import { inspectStep } from './inspect.ts';
import { pointAt, type Run } from './run.ts';
import type { Settings } from './simulate.ts';
import { axes, type Both } from './step.ts';

/** A graph of nothing but numbers, which keeps why the first that is not finite is none though what it is made of is. */
class Watched extends Graph {
  reason: Text | undefined;

  override op(op: Operation, ...args: Node[]): Node {
    const made = super.op(op, ...args);
    const numbers = args.map(({ value = NaN }) => value);
    if (!Number.isFinite(made.value) && numbers.every(Number.isFinite)) this.reason ??= valueReason(op, numbers);
    return made;
  }
}

/** Why the loss or its gradient is not finite at a point. */
const whyAt = ({ loss }: Settings, { x, y }: Both<number>): Text | undefined =>
  nonFinite(traceOf(fieldCircuit(fieldOf(loss.formula, loss.params)), { ...loss.values, x, y }))?.origins[0]?.reason;

/**
 * Why a run stopped before its last step: of the step that stopped it, the first operation of its rule, or else of the
 * loss, that made of finite numbers one that is not. Undefined where the run did not stop, or where there is none such.
 */
export function whyStopped(settings: Settings, run: Run): Text | undefined {
  if (run.culprit === undefined) return undefined;
  if (run.at === 0) return whyAt(settings, pointAt(run, 0));
  const { statements, gradients, after } = inspectStep(settings, run, run.at);
  const graph = new Watched();
  const program = parse(settings.rule.formula);
  for (const { filled } of statements)
    for (const axis of axes) {
      const { value } = buildExpression(graph, program, filled[axis], new Map(), (at) => {
        buildExpression(graph, program, at, new Map());
        const taken = gradients.find(({ argument }) => argument?.span.offset === at.span.offset);
        if (!Number.isFinite(taken?.given[axis])) graph.reason ??= taken && whyAt(settings, taken.point);
        return graph.constant(taken?.given[axis] ?? NaN);
      });
      if (graph.reason !== undefined || !Number.isFinite(value)) return graph.reason;
    }
  return whyAt(settings, { x: after['x'] as number, y: after['y'] as number });
}
