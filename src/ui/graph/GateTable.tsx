import type { ReactNode } from 'react';
import type { Gate } from '../../formula/circuit.ts';
import { at, type Trace } from '../../formula/trace.ts';
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
    <div className="unseen">
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {[table.node, table.operation, table.value, table.gradient, table.from].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trace.circuit.gates
            .filter((gate) => gate.active || gate === trace.circuit.result)
            .map((gate) => (
              <tr key={gate.index}>
                <th scope="row">{gateName(gate)}</th>
                <td>{signText(gate)}</td>
                <td>{short(at(trace.values, gate))}</td>
                <td>{gate.active ? short(at(trace.gradients, gate)) : ''}</td>
                <td>{from(gate)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
