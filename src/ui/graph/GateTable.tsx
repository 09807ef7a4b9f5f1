import type { ReactNode } from 'react';
import type { Gate } from '../../formula/circuit.ts';
import { at, type Trace } from '../../formula/trace.ts';
import { UnseenTable } from '../UnseenTable.tsx';
import { useText } from '../useText.ts';
import { gateName } from './gateName.ts';
import { signText } from './notation.ts';
import { short } from './number.ts';

/** Every node as a row, for those who do not see the drawing: what it is, its value, its gradient, and what from. */
export function GateTable({ trace }: { trace: Trace }): ReactNode {
  const { graph } = useText();
  const { table } = graph;
  const from = ({ args }: Gate): string =>
    args
      .filter(({ active }) => active)
      .map((wire) => table.by(gateName(wire.argument), short(at(trace.locals, wire))))
      .join(', ');
  return (
    <UnseenTable
      caption={table.caption}
      heads={[table.node, table.operation, table.value, table.gradient, table.from]}
      rows={trace.circuit.gates
        .filter((gate) => gate.active || gate === trace.circuit.result)
        .map((gate) => [
          gateName(gate),
          signText(gate),
          short(at(trace.values, gate)),
          gate.active ? short(at(trace.gradients, gate)) : '',
          from(gate),
        ])}
    />
  );
}
