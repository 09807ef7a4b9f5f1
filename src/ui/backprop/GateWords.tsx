import type { ReactNode } from 'react';
import type { Gate, Wire } from '../../formula/circuit.ts';
import { nonFinite } from '../../formula/nonFinite.ts';
import { at, type Trace } from '../../formula/trace.ts';
import { gateName } from '../graph/gateName.ts';
import { short } from '../graph/number.ts';
import { useLanguage, useText } from '../useText.ts';
import { gateWords } from './gateWords.ts';
import './backprop.css';

interface Props {
  trace: Trace;
  /** The gate that is explained; undefined where none is chosen. */
  gate: Gate | undefined;
}

/** What the selected gate does in the backward pass: what it receives, the rule that it follows, what it hands down. */
export function GateWords({ trace, gate }: Props): ReactNode {
  const { gates: text } = useText().backprop;
  const language = useLanguage();
  if (gate === undefined) return <p className="note">{text.choose}</p>;
  const down = gate.args.filter(({ active }) => active);
  return (
    <div className="gate-words">
      <p>
        <b>{gateName(gate)}</b> = {short(at(trace.values, gate))}
      </p>
      <Trouble trace={trace} gate={gate} />
      {gate.active && <Received trace={trace} gate={gate} />}
      <p className="gate-rule">{gateWords(trace, gate, language)}</p>
      {down.length > 0 && (
        <Amounts
          title={text.hands}
          rows={down.map((wire) => [text.to(gateName(wire.argument)), productText(trace, wire)])}
        />
      )}
    </div>
  );
}

/** (the user's gradient) × (the local derivative) = the contribution. */
const productText = ({ gradients, locals, contributions }: Trace, wire: Wire): string =>
  `${short(at(gradients, wire.user))} × ${short(at(locals, wire))} = ${short(at(contributions, wire))}`;

/** The contributions that arrive, and their sum where there are several. */
function Received({ trace, gate }: { trace: Trace; gate: Gate }): ReactNode {
  const { gates: text } = useText().backprop;
  const isResult = gate === trace.circuit.result;
  const arriving = gate.users.map((wire): Row => [
    text.from(gateName(wire.user)),
    short(at(trace.contributions, wire)),
  ]);
  const rows: Row[] = isResult ? [[text.result, '']] : arriving;
  const sum: Row = [text.sum, short(at(trace.gradients, gate))];
  return <Amounts title={text.receives} rows={rows.length > 1 ? [...rows, sum] : rows} />;
}

type Row = readonly [what: string, amount: string];

function Amounts({ title, rows }: { title: string; rows: readonly Row[] }): ReactNode {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="amounts">
        {rows.map(([what, amount], i) => (
          <li key={i}>
            <span>{what}</span> <span>{amount}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where something is undefined: the reason at the gate where it arises. */
function Trouble({ trace, gate }: { trace: Trace; gate: Gate }): ReactNode {
  const { gates: text } = useText().backprop;
  const language = useLanguage();
  const found = nonFinite(trace);
  const origin = found?.origins.find((one) => one.gate === gate);
  if (origin !== undefined) return <p className="problem">{text.undefinedHere(origin.reason[language])}</p>;
  const isInherited = found?.values.has(gate) === true || found?.gradients.has(gate) === true;
  return isInherited ? <p className="problem">{text.inherited}</p> : null;
}
