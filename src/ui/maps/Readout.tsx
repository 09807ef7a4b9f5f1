import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../engine/run.ts';
import { type ChosenMaps } from '../../state/maps/chosen.ts';
import { probeStore } from '../../state/maps/probe.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { readable, statusSentence } from '../../state/status.ts';
import { type SweepAxis, valueOn } from '../../sweep/axis.ts';
import { lossText } from '../../i18n/numbers.ts';
import { onceAFrame } from '../frame.ts';
import { Glyph } from '../Glyph.tsx';
import { signs } from '../leaderboard/signs.ts';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { runAt, sceneAt } from './sources.ts';

interface Props {
  scene: Scene;
  maps: ChosenMaps;
  axes: readonly [SweepAxis, SweepAxis];
  runners: readonly Runner[];
  hint: string;
}

/** What became of the runs at the probe, by the engine in float64; said aloud once the probe rests. */
export function Readout({ scene, maps, axes, runners, hint }: Props): ReactNode {
  const language = useLanguage();
  const theme = useTheme();
  const { maps: text, board } = useText();
  const list = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState('');
  const said = useStore(probeStore, (state) => state.said);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const { probe } = probeStore.getState();
      const element = list.current;
      if (element === null) return;
      const runs = probe === null ? [] : runners.map((runner) => runAt(scene, runner, maps, axes, probe));
      const place =
        probe &&
        axes.map(
          (axis, i) =>
            `${axis.name.replace('start.', '')} = ${readable(valueOn(axis, i === 0 ? probe.across : probe.up))}`,
        );
      (element.querySelector('.readout-place') as HTMLElement).textContent = place === null ? hint : place.join('   ');
      const sentence = (run: Run | undefined, i: number): string =>
        run === undefined || probe === null
          ? ''
          : statusSentence(run, sceneAt(scene, runners[i] as Runner, maps, axes, probe), language);
      const brief = (run: Run | undefined): string => {
        if (run === undefined) return '';
        const sign = signs[run.status];
        return sign === ''
          ? `${board.loss} ${lossText(run.columns['loss']?.[run.steps] ?? NaN)}`
          : `${sign} ${board.atStep(run.at)}`;
      };
      const write = (selector: string, words: (run: Run | undefined, i: number) => string): void =>
        element.querySelectorAll(selector).forEach((item, i) => {
          item.textContent = words(runs[i], i);
        });
      write('.readout-outcome', sentence);
      write('.readout-brief', brief);
      clearTimeout(timer);
      if (place !== null)
        timer = setTimeout(
          () =>
            setSpoken(
              [
                place.join(', '),
                ...runs.map(
                  (run, i) => `${ruleIn(runners[i] as Runner, scene.optimizers).name[language]}: ${sentence(run, i)}`,
                ),
              ].join('. '),
            ),
          500,
        );
    };
    const frame = onceAFrame(tell);
    tell();
    const end = probeStore.subscribe((now, before) => {
      // What was said of another place is not said again.
      if (now.probe !== before.probe) setSpoken('');
      frame.request();
    });
    return () => {
      end();
      frame.cancel();
      clearTimeout(timer);
    };
  }, [scene, maps, axes, runners, hint, language, board]);

  return (
    <div ref={list} className="readout" role="group" aria-label={text.probe}>
      <p className="readout-place" />
      {said !== '' && <p className="note">{said}</p>}
      <ul>
        {runners.map((runner) => {
          const { name, mark } = ruleIn(runner, scene.optimizers);
          return (
            <li key={runner.id}>
              <Glyph kind={mark.glyph} colour={mark[theme]} />
              <span className="readout-name">{name[language]}</span>
              <span className="readout-outcome" />
              <span className="readout-brief" />
            </li>
          );
        })}
      </ul>
      <p className="unseen" role="status" aria-live="polite">
        {said === '' ? spoken : `${said}. ${spoken}`}
      </p>
    </div>
  );
}
