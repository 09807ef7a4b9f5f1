import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { count } from '../../i18n/numbers.ts';
import { sweepPoolNow } from '../../state/maps/maker.ts';
import { raceSeedLimit, raceStarts, searchSeedLimit, trialLimit } from '../../state/maps/schema.ts';
import { isNoisy } from '../../state/noise.ts';
import { raceIn, raceKey } from '../../state/race/plan.ts';
import { cancelRace, madeIn, raceStore, startRace } from '../../state/race/race.ts';
import { raceCsv, raceJson, resultsOf, withTrial } from '../../state/race/result.ts';
import type { RaceTrial } from '../../state/race/score.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { fileNameOf, save } from '../export/files.ts';
import { withMaps } from '../maps/recipes.ts';
import { Choice } from '../panel/Choice.tsx';
import { NumberField } from '../slider/NumberField.tsx';
import { useLanguage, useText } from '../useText.ts';
import { RaceCurves } from './RaceCurves.tsx';
import { RacePlot } from './RacePlot.tsx';
import { RaceTable } from './RaceTable.tsx';
import './race.css';

/** The fair race: its settings, every trial as a dot, how the search went on, and what it found. */
export function Race({ scene }: { scene: Scene }): ReactNode {
  const { race: text } = useText();
  const language = useLanguage();
  const state = useStore(raceStore);
  const [told, setTold] = useState<{ readonly words: string; readonly during: string }>();
  const { status, entries, planned, failure } = state;
  const choice = raceIn(scene);
  const made = madeIn(state);
  const set = (part: Partial<ReturnType<typeof raceIn>>): void => {
    const { steps: _, ...kept } = { ...scene.maps?.race, ...part } as ReturnType<typeof raceIn>;
    change(withMaps({ race: kept }));
  };
  const number = (name: 'trials' | 'seeds' | 'seed', least: number, most: number): ReactNode => (
    <div className="map-number">
      <span>{text[name]}</span>
      <NumberField
        name={text[name]}
        value={choice[name]}
        limits={{ least, most, whole: true }}
        onCommit={(value) => set({ [name]: value })}
      />
    </div>
  );
  const say = (words: string): void => setTold({ words, during: status });
  const start = (): void => {
    setTold(undefined);
    startRace(sweepPoolNow(), scene);
  };
  const adopt = (id: string, { values }: RaceTrial): void => {
    const runner = scene.optimizers.find((each) => each.id === id);
    if (runner === undefined) return;
    change(withTrial(id, values));
    const list = Object.entries(values).map(([name, value]) => `${name} ${readable(value)}`);
    say(text.taken(ruleIn(runner, scene.optimizers).name[language], list.join(', ')));
  };
  const adoptAll = (): void => {
    const found = resultsOf(scene, entries).flatMap(({ id, best }) =>
      best === undefined ? [] : [[id, best] as const],
    );
    change((before) => found.reduce((now, [id, best]) => withTrial(id, best.values)(now), before));
    say(text.adoptAll);
  };
  const [all, of] = [count(language, made), count(language, planned)];
  const isStale = state.scene !== undefined && raceKey(state.scene) !== raceKey(scene);
  return (
    <section className="maps-stage race" aria-label={text.region}>
      <div className="race-bar">
        {status === 'running' ? (
          <button type="button" className="button" onClick={cancelRace}>
            {text.cancel}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={start}>
            {status === 'none' ? text.start : text.again}
          </button>
        )}
        {number('trials', 4, trialLimit)}
        <Choice
          label={text.starts}
          value={choice.starts}
          options={raceStarts.map((value) => ({ value, text: text.startsOf[value] }))}
          onChange={(value) => set({ starts: value === 'own' ? 'own' : 'all' })}
        />
        {isNoisy(scene) && number('seeds', 1, raceSeedLimit)}
        {number('seed', 0, searchSeedLimit)}
        {status === 'running' && <progress max={planned} value={made} aria-label={text.progress} />}
        <span className="note" role="status">
          {told?.during === status ? told.words : text.status[status](all, of)}
          {failure !== '' && `: ${failure}`}
        </span>
        {made > 0 && (
          <span className="map-tools">
            <button
              type="button"
              className="chip"
              onClick={() => save(fileNameOf(scene, 'race', 'csv'), new Blob([raceCsv(entries)], { type: 'text/csv' }))}
            >
              CSV
            </button>
            <button
              type="button"
              className="chip"
              onClick={() =>
                save(
                  fileNameOf(scene, 'race', 'json'),
                  new Blob([raceJson(state.scene ?? scene, entries)], { type: 'application/json' }),
                )
              }
            >
              JSON
            </button>
          </span>
        )}
      </div>
      <RacePlot scene={state.scene ?? scene} entries={entries} onUse={adopt} />
      <div className="race-side">
        <p className="note">{isStale ? text.stale : made > 0 ? text.pick : text.note}</p>
        {made > 0 && (
          <>
            <RaceCurves scene={state.scene ?? scene} entries={entries} trials={planned / entries.length} />
            <RaceTable scene={state.scene ?? scene} entries={entries} onUse={adopt} />
            <button type="button" className="button" onClick={adoptAll}>
              {text.adoptAll}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
