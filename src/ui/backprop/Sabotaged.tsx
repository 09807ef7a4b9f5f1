import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Circuit } from '../../formula/circuit.ts';
import { backpropStore, breakGate } from '../../state/backprop.ts';
import { gateName } from '../graph/gateName.ts';
import { short } from '../graph/number.ts';
import { useText } from '../useText.ts';
import './backprop.css';

/** The mark beside the graph of a sound circuit in which somebody broke a gate; it mends it, too. */
export function Sabotaged({ circuit }: { circuit: Circuit }): ReactNode {
  const { sabotage: text } = useText().backprop;
  const broken = useStore(backpropStore, (state) => (state.broken?.of === circuit ? state.broken : null));
  const gate = broken === null ? undefined : circuit.gates[broken.gate];
  if (broken === null || gate === undefined) return null;
  return (
    <div className="sabotaged" role="status">
      <span>{text.broken(gateName(gate), short(broken.factor))}</span>
      <button type="button" className="chip" onClick={() => breakGate(null)}>
        {text.mend}
      </button>
    </div>
  );
}
