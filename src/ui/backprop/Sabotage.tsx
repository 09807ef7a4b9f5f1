import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Circuit } from '../../formula/circuit.ts';
import { backpropStore, breakGate } from '../../state/backprop.ts';
import { gateName } from '../graph/gateName.ts';
import { short } from '../graph/number.ts';
import { Choice } from '../panel/Choice.tsx';
import { useText } from '../useText.ts';
import './backprop.css';

const factors = { sign: -1, half: 0.5, double: 2, none: 0 } as const;
type Mistake = keyof typeof factors;

/** Breaks a gate of a sound circuit on purpose, by default the selected one, and mends it again. */
export function Sabotage({ circuit }: { circuit: Circuit }): ReactNode {
  const { sabotage: text } = useText().backprop;
  const { broken: latest, selected } = useStore(backpropStore);
  const broken = latest?.of === circuit ? latest : null;
  const [chosen, setChosen] = useState<number>();
  const [mistake, setMistake] = useState<Mistake>('sign');
  const breakable = circuit.gates.filter(({ args }) => args.some(({ local }) => local !== undefined));
  const wanted = chosen ?? selected;
  const gate = breakable.find(({ index }) => index === wanted) ?? breakable.at(-1);
  const brokenGate = broken === null ? undefined : circuit.gates[broken.gate];
  if (gate === undefined) return null;
  return (
    <div className="sabotage" data-broken={brokenGate !== undefined || undefined}>
      <p className="note">{text.note}</p>
      <Choice
        label={text.gate}
        value={String(gate.index)}
        options={breakable.map((each) => ({ value: String(each.index), text: gateName(each) }))}
        onChange={(index) => setChosen(Number(index))}
      />
      <Choice
        label={text.how}
        value={mistake}
        options={Object.entries(text.mistakes).map(([value, name]) => ({ value, text: name }))}
        onChange={(value) => setMistake(value as Mistake)}
      />
      <div className="sabotage-keys">
        <button
          type="button"
          className="chip"
          onClick={() => breakGate({ of: circuit, gate: gate.index, factor: factors[mistake] })}
        >
          {text.break}
        </button>
        <button type="button" className="chip" disabled={broken === null} onClick={() => breakGate(null)}>
          {text.mend}
        </button>
      </div>
      {broken !== null && brokenGate !== undefined && (
        <p className="problem">{text.broken(gateName(brokenGate), short(broken.factor))}</p>
      )}
    </div>
  );
}
