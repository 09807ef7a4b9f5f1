import { useEffect, useState } from 'react';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { lossText } from '../../i18n/numbers.ts';
import { atRest } from '../atRest.ts';
import { useLanguage, useText } from '../useText.ts';
import { looksOf } from './look.ts';
import { lossAt, tableSteps } from './rows.ts';

/** The chart as a table, for those who do not see it: the losses at about ten steps, as they are when things are at rest. */
export function LossTable() {
  const language = useLanguage();
  const { chart: text } = useText();
  const [{ scene, runs }, setState] = useState(runsStore.getState);
  useEffect(() => atRest(() => setState(runsStore.getState())), []);
  const shown = shownRuns(scene, runs);
  const steps = tableSteps(Math.max(0, ...shown.map((run) => run.steps)));
  return (
    <div className="unseen">
      <table>
        <caption>{text.table}</caption>
        <thead>
          <tr>
            <th scope="col">{text.step}</th>
            {looksOf(scene, shown, 'light', language).map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row">{step}</th>
              {shown.map((run) => {
                const loss = lossAt(run, step);
                return <td key={run.id}>{loss === undefined ? '—' : lossText(loss)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
