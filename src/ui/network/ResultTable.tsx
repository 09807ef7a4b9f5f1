import { type ReactNode, useEffect, useState } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import { labPlayer, shownEpoch } from '../../state/network/player.ts';
import { labStore } from '../../state/network/store.ts';
import { sceneStore } from '../../state/store.ts';
import { looksOf } from '../chart/look.ts';
import { UnseenTable } from '../UnseenTable.tsx';
import { useLanguage, useText } from '../useText.ts';
import { scoreText } from './cells/words.ts';

/** Milliseconds without a change after which the networks are at rest. */
const rest = 300;

/** The networks at the epoch that is shown, as a table, for those who do not see them: as they are at rest. */
export function ResultTable(): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const [{ runs, epoch }, setShown] = useState({ runs: labStore.getState().runs, epoch: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => setShown({ runs: labStore.getState().runs, epoch: shownEpoch() });
    const later = (): void => {
      clearTimeout(timer);
      timer = labPlayer.playing ? undefined : setTimeout(tell, rest);
    };
    const ends = [labStore.subscribe(later), labPlayer.subscribe(later)];
    later();
    return () => {
      clearTimeout(timer);
      ends.forEach((end) => end());
    };
  }, []);
  const looks = looksOf(sceneStore.getState().scene, runs, 'light', language);
  return (
    <UnseenTable
      caption={lab.tableOf(epoch)}
      heads={[lab.optimizer, lab.measures.score, lab.measures.loss, lab.trainScore, lab.trainLoss]}
      rows={runs.map(({ id, history, spec }) => {
        const at = Math.min(epoch, history.lr.length - 1);
        const isNumber = spec.shape.task === 'numbers';
        return [
          looks.find((look) => look.id === id)?.name ?? '',
          scoreText(history.validationScore[at] ?? NaN, isNumber),
          lossText(history.validationLoss[at] ?? NaN),
          scoreText(history.trainScore[at] ?? NaN, isNumber),
          lossText(history.trainLoss[at] ?? NaN),
        ];
      })}
    />
  );
}
