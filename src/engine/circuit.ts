import { type Circuit, circuitOf } from '../formula/circuit.ts';
import type { Derive } from '../formula/derivatives.ts';
import type { Node } from '../formula/graph.ts';
import { type Field, parameterInput } from './field.ts';

/**
 * A surface as a circuit in the field's own graph: inputs x, y and the parameters. The gradients of x and y are the
 * nodes gx and gy that the engine runs. `derive` may break a gate; the field stays as it is.
 */
export function fieldCircuit({ graph, value, named, params }: Field, derive?: Derive): Circuit {
  const inputs = new Map<string, Node>([
    ['x', graph.input('x')],
    ['y', graph.input('y')],
    ...params.map((name) => [name, graph.input(parameterInput(name))] as const),
  ]);
  return circuitOf(graph, value, inputs, named, derive);
}
