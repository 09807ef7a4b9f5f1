import { type ReactNode, useMemo } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import { floorOf } from '../../state/maps/floor.ts';
import type { RaceEntry } from '../../state/race/race.ts';
import { resultsOf } from '../../state/race/result.ts';
import type { RaceTrial } from '../../state/race/score.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { Glyph } from '../Glyph.tsx';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** What the race found, the best optimizer first: its best setting, the loss, and how wide the good region is. */
export function RaceTable({
  scene,
  entries,
  onUse,
}: {
  scene: Scene;
  entries: readonly RaceEntry[];
  onUse(id: string, trial: RaceTrial): void;
}): ReactNode {
  const { race: text } = useText();
  const language = useLanguage();
  const theme = useTheme();
  const results = useMemo(() => resultsOf(scene, entries), [scene, entries]);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <div className="race-table" role="region" aria-label={text.results} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.optimizer}</th>
            <th scope="col" title={floorOf(scene) === undefined ? text.loss : text.lossAbove}>
              {text.loss}
            </th>
            <th scope="col" title={text.goodNote}>
              {text.good}
            </th>
            <th scope="col">
              <span className="unseen">{text.use}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ id, best, good }) => {
            const runner = scene.optimizers.find((each) => each.id === id);
            if (runner === undefined) return null;
            const { name, mark } = ruleIn(runner, scene.optimizers);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className="race-who">
                    <Glyph kind={mark.glyph} colour={mark[theme]} />
                    {name[language]}
                  </span>
                  <span className="note">
                    {best === undefined
                      ? text.none
                      : Object.entries(best.values)
                          .map(([key, value]) => `${key} ${readable(value)}`)
                          .join(' · ')}
                  </span>
                </th>
                <td>{best === undefined ? '—' : lossText(best.loss)}</td>
                <td>{percent.format(good)}</td>
                <td>
                  {best !== undefined && (
                    <button
                      type="button"
                      className="chip"
                      aria-label={text.adoptOf(name[language])}
                      onClick={() => onUse(id, best)}
                    >
                      {text.use}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
