import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import type { Rule } from '../../../optimizers/rule.ts';
import { chosenAmong } from '../../../state/network/chosen.ts';
import { labPlayer, otherEpochOf, shownEpoch } from '../../../state/network/player.ts';
import { labStore } from '../../../state/network/store.ts';
import { change } from '../../../state/store.ts';
import { Glyph } from '../../Glyph.tsx';
import { useFrame } from '../../useFrame.ts';
import { useScene, useTheme } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { withNetwork } from '../panel/recipes.ts';
import { mountCell } from './mountCell.ts';
import { scoreText } from './words.ts';

/** One optimizer's network: what it says, and how well it does on validation. A click looks into it. */
export function Cell({ id, rule, ids }: { id: string; rule: Rule; ids: readonly string[] }): ReactNode {
  const language = useLanguage();
  const theme = useTheme();
  const { lab } = useText();
  const isChosen = useScene(({ network }) => chosenAmong(ids, network?.chosen) === id);
  const said = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const em = useRef<HTMLSpanElement>(null);
  const score = useRef<HTMLSpanElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const colour = rule.mark[theme];

  useEffect(() => {
    if (said.current === null || points.current === null || em.current === null) return;
    return mountCell({ said: said.current, points: points.current, em: em.current }, id, colour);
  }, [id, colour]);

  useFrame(
    () => {
      const run = labStore.getState().runs.find((one) => one.id === id);
      if (score.current === null || end.current === null) return;
      const epoch = run === undefined ? 0 : Math.min(shownEpoch(), run.epoch);
      const isNumber = run?.spec.shape.task === 'numbers';
      score.current.textContent =
        run === undefined ? '' : scoreText(run.history.validationScore[epoch] ?? NaN, isNumber);
      const isOver = run?.divergedAt !== undefined && epoch === run.epoch;
      const other = run && otherEpochOf(run);
      const pictured = other === undefined ? '' : lab.pictureOf(other);
      end.current.textContent = isOver ? lab.divergedAt(run.divergedAt ?? 0) : pictured;
    },
    labPlayer,
    labStore,
  );

  return (
    <button
      type="button"
      className="cell"
      data-run={id}
      aria-pressed={isChosen}
      title={lab.choose(rule.name[language])}
      style={{ '--ink': colour } as CSSProperties}
      onClick={() => change(withNetwork({ chosen: id }))}
    >
      <span className="cell-head">
        <Glyph kind={rule.mark.glyph} colour={colour} />
        <span className="cell-name">{rule.name[language]}</span>
        <span ref={score} className="cell-score" />
      </span>
      <span className="cell-picture" aria-hidden="true">
        <canvas ref={said} />
        <canvas ref={points} />
        <span ref={end} className="cell-end" />
      </span>
      <span ref={em} className="loss-em" aria-hidden="true" />
    </button>
  );
}
