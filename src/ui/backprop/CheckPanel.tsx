import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { checkGradient, type InputCheck, passes } from '../../engine/check/check.ts';
import { errorCurve } from '../../engine/check/curve.ts';
import type { Trace } from '../../formula/trace.ts';
import { short } from '../graph/number.ts';
import { Choice } from '../panel/Choice.tsx';
import { useLanguage, useText } from '../useText.ts';
import { conclusion, curveWords, errorText, reasonOf } from './checkWords.ts';
import { ErrorChart } from './ErrorChart.tsx';
import './backprop.css';

/** The gradient at this point against differences: a row per input, reasons, and the error against the step. */
export function CheckPanel({ trace: latest }: { trace: Trace }): ReactNode {
  const { check: text, paths } = useText().backprop;
  const language = useLanguage();
  const trace = useDeferredValue(latest);
  const checks = useMemo(() => checkGradient(trace), [trace]);
  const [chosen, setChosen] = useState<string>();
  const failed = checks.find(({ verdict }) => !passes.has(verdict));
  const shown = checks.find(({ name }) => name === chosen) ?? failed ?? checks[0];
  if (shown === undefined) return <p className="note">{paths.noInputs}</p>;
  const reasons = checks.flatMap((check) => reasonOf(trace, check, text, language) ?? []);
  return (
    <div className="gradient-check">
      <p className="check-conclusion" role="status" data-passes={checks.every(({ verdict }) => passes.has(verdict))}>
        {conclusion(checks, text)}
      </p>
      <CheckTable checks={checks} />
      <p className="note">{text.method}</p>
      {reasons.map((reason) => (
        <p key={reason} className="note">
          {reason}
        </p>
      ))}
      <Choice
        label={text.chooseInput}
        value={shown.name}
        options={checks.map(({ name }) => ({ value: name, text: name }))}
        onChange={setChosen}
      />
      <Curve trace={trace} check={shown} />
    </div>
  );
}

function CheckTable({ checks }: { checks: readonly InputCheck[] }): ReactNode {
  const { check: text } = useText().backprop;
  const heads = [text.input, text.backprop, text.difference, text.error];
  return (
    <div className="check-scroll" role="region" aria-label={text.title} tabIndex={0}>
      <table className="check-table">
        <caption className="unseen">{text.table}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{text.verdict}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, analytic, central, error, h, verdict }) => (
            <tr key={name} data-verdict={verdict}>
              <th scope="row">{name}</th>
              <td>{short(analytic)}</td>
              <td>{short(central)}</td>
              <td>{errorText(error)}</td>
              <td title={`${text.notes[verdict]} ${text.at(h.toExponential(0))}`}>
                {passes.has(verdict) ? '✓ ' : '✗ '}
                <span className="unseen">{text.verdicts[verdict]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Curve({ trace, check }: { trace: Trace; check: InputCheck }): ReactNode {
  const { check: text } = useText().backprop;
  const { name } = check;
  const curve = useMemo(() => errorCurve(trace, name), [trace, name]);
  return (
    <>
      <ErrorChart curve={curve} name={name} />
      <p className="note">{curveWords(curve, check, text)}</p>
    </>
  );
}
