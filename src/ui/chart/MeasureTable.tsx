import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { lossText } from '../../i18n/numbers.ts';
import { preferences } from '../../state/preferences.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { atRest } from '../atRest.ts';
import { UnseenTable } from '../UnseenTable.tsx';
import { useText } from '../useText.ts';
import { chosenFor } from './chosen.ts';
import { looksOf } from './look.ts';
import { tablePlaces } from './rows.ts';
import { plotOf, stepOn } from './series.ts';

/** The chart as a table, for those who do not see it: the values at about ten places, as they are when things are at rest. */
export function MeasureTable() {
  const { language, measure, axis } = useStore(preferences);
  const { chart: text } = useText();
  const [{ scene, runs }, setState] = useState(runsStore.getState);
  useEffect(() => atRest(() => setState(runsStore.getState())), []);
  const shown = shownRuns(scene, runs);
  const plot = plotOf(shown, { ...chosenFor(scene), measure, axis });
  return (
    <UnseenTable
      caption={text.table(text.measures[measure], text.axes[axis])}
      heads={[text.axes[axis], ...looksOf(scene, shown, 'light', language).map(({ name }) => name)]}
      rows={tablePlaces(plot.last).map((place) => [
        String(place),
        ...plot.series.map((line) => {
          const step = stepOn(line, place);
          return step === undefined ? '—' : lossText(line.values[step] as number);
        }),
      ])}
    />
  );
}
