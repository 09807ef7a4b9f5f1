import { type CSSProperties, type ReactNode, useRef } from 'react';
import { count, lossText } from '../../i18n/numbers.ts';
import type { Rule } from '../../optimizers/rule.ts';
import { setHighlight } from '../../state/highlight.ts';
import { playback } from '../../state/playback.ts';
import { runsStore } from '../../state/runs.ts';
import { statusSentence } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { Glyph } from '../Glyph.tsx';
import { withSolo } from '../panel/recipes.ts';
import { useFrame } from '../useFrame.ts';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { standings } from '../../engine/standing.ts';
import { signs } from './signs.ts';

interface Props {
  id: string;
  rule: Rule;
  /** The optimizer that is shown alone. */
  solo: string | undefined;
}

/** One optimizer on the leaderboard. Pointing at it lifts its path out; a click shows it alone. */
export function Place({ id, rule, solo }: Props): ReactNode {
  const language = useLanguage();
  const theme = useTheme();
  const { board } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const rank = useRef<HTMLSpanElement>(null);
  const loss = useRef<HTMLSpanElement>(null);
  const status = useRef<HTMLSpanElement>(null);
  const sign = useRef<HTMLSpanElement>(null);
  const name = rule.name[language];
  const isSolo = solo === id;

  useFrame(() => {
    const { runs, scene } = runsStore.getState();
    const run = runs.find((one) => one.id === id);
    const standing = standings(runs, playback.step).find((one) => one.id === id);
    if (run === undefined || standing === undefined || button.current === null) return;
    if (rank.current === null || loss.current === null || status.current === null || sign.current === null) return;
    const sentence = standing.status === 'running' ? board.descending : statusSentence(run, scene, language);
    rank.current.textContent = String(standing.rank);
    loss.current.textContent = lossText(standing.loss);
    const isOver = signs[standing.status] !== '';
    status.current.textContent = isOver
      ? board.atStep(standing.at)
      : standing.status === 'budget'
        ? board.notThere
        : '';
    sign.current.textContent = signs[standing.status];
    sign.current.dataset['at'] = isOver ? count(language, standing.at) : '';
    button.current.dataset['status'] = standing.status;
    button.current.dataset['rank'] = String(standing.rank);
    if (playback.playing) return;
    button.current.title = `${name}: ${sentence}. ${isSolo ? board.all : board.solo}`;
  });

  return (
    <button
      ref={button}
      type="button"
      className="place"
      aria-pressed={isSolo}
      data-faded={(solo !== undefined && !isSolo) || undefined}
      style={{ '--ink': rule.mark[theme] } as CSSProperties}
      onPointerMove={() => setHighlight(id)}
      onPointerLeave={() => setHighlight(null)}
      onFocus={() => setHighlight(id)}
      onBlur={() => setHighlight(null)}
      onClick={() => change(withSolo(id))}
    >
      <span className="place-name">
        <Glyph kind={rule.mark.glyph} colour={rule.mark[theme]} />
        <span>{name}</span>
      </span>
      <span className="place-rank">
        <span className="unseen">{board.rank}</span> <span ref={rank} />
      </span>
      <span className="place-loss">
        <span className="unseen">{board.loss}</span> <span ref={loss} />
      </span>
      <span className="place-status">
        <span ref={sign} /> <span ref={status} />
      </span>
    </button>
  );
}
