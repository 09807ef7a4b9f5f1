import { type ReactNode, useMemo } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import type { RaceEntry } from '../../state/race/race.ts';
import { learningCurve } from '../../state/race/score.ts';
import type { Scene } from '../../state/scene.ts';
import { CurveArea } from '../chart/CurveArea.tsx';
import { looksOf } from '../chart/look.ts';
import { curvesOf } from '../network/charts/curves.ts';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** The best loss that each optimizer's search has found after so many trials. */
export function RaceCurves({
  scene,
  entries,
  trials,
}: {
  scene: Scene;
  entries: readonly RaceEntry[];
  trials: number;
}): ReactNode {
  const { race: text } = useText();
  const language = useLanguage();
  const theme = useTheme();
  const curves = useMemo(() => {
    const looks = looksOf(scene, entries, theme, language);
    const lines = entries.flatMap(({ id, trials: made }) => {
      const look = looks.find((each) => each.id === id);
      return look === undefined ? [] : [{ look, values: learningCurve(made) }];
    });
    return curvesOf('loss', lines, Math.max(1, trials - 1), { at: (place) => text.at(place + 1), value: lossText });
  }, [scene, entries, trials, theme, language, text]);
  return (
    <div className="loss race-curves" role="group" aria-label={text.curves}>
      <div className="loss-head">
        <span>{text.curves}</span>
      </div>
      <CurveArea curves={curves} />
    </div>
  );
}
