import { type ReactNode, useEffect, useState } from 'react';
import { interventionLimit } from '../state/field.ts';
import { futureStore } from '../state/future.ts';
import { playback } from '../state/playback.ts';
import { preferences } from '../state/preferences.ts';
import { ruleIn } from '../state/rule.ts';
import { runsStore } from '../state/runs.ts';
import { statusSentence } from '../state/status.ts';
import { textNow } from './useText.ts';

/** What became of runs between two steps, in sentences. */
const arrivals = (from: number, to: number): string[] => {
  const { runs, scene } = runsStore.getState();
  const { language } = preferences.getState();
  return runs.flatMap((run) => {
    const runner = scene.optimizers.find(({ id }) => id === run.id);
    if (run.status === 'budget' || run.at <= from || run.at > to || runner === undefined) return [];
    const { name } = ruleIn(runner, scene.optimizers);
    return [`${name[language]}: ${statusSentence(run, scene, language)}`];
  });
};

/** Says politely when the race pauses or ends, and when an optimizer arrives or goes astray, and what sliders change; never each step. */
export function LiveRegion(): ReactNode {
  const [said, setSaid] = useState('');
  useEffect(() => {
    let before = { playing: playback.playing, step: playback.step };
    return playback.subscribe(() => {
      const now = { playing: playback.playing, step: playback.step };
      const { say } = textNow();
      const news = before.playing ? arrivals(before.step, now.step) : [];
      if (before.playing && !now.playing)
        news.push(now.step >= playback.length ? say.ended(now.step) : say.paused(now.step));
      before = now;
      if (news.length > 0) setSaid(news.join('. '));
    });
  }, []);
  useEffect(
    () =>
      futureStore.subscribe(({ isOn, refused }, before) => {
        const { future } = textNow();
        if (isOn !== before.isOn) setSaid(isOn ? future.on : future.off);
        else if (refused !== undefined) setSaid(refused === 'end' ? future.notes.end : future.full(interventionLimit));
      }),
    [],
  );
  return (
    <p className="unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
