import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { lossText } from '../../../i18n/numbers.ts';
import { chosenNow, followChosen } from '../../../state/network/chosen.ts';
import { labPlayer } from '../../../state/network/player.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { type LabRun, labStore } from '../../../state/network/store.ts';
import { appearance } from '../../../state/appearance.ts';
import { sceneStore } from '../../../state/store.ts';
import '../../chart/chart.css';
import { type Look, looksOf } from '../../chart/look.ts';
import { mountCurves } from '../../chart/mountCurves.ts';
import { inkOf } from '../../ink.ts';
import { textNow, useText } from '../../useText.ts';
import { scoreText } from '../cells/words.ts';
import { curvesOf, type LabMeasure, labMeasures, type Line, linesOf } from './curves.ts';
import { meansOf, strideFor } from './means.ts';

/** Milliseconds between two drawings of curves, which are read, not watched: frames are for the regions. */
const pause = 120;

const dashes = [[], [6, 2], [2, 2], [8, 2, 2, 2], [1, 1.5]] as const;
const glyphs = ['circle', 'triangle', 'square', 'diamond', 'pentagon'] as const;

/** ‖Δw‖/‖w‖ of one network, layer by layer: in the ink of the page, told apart by dash and glyph. */
function ratioLines(run: LabRun | undefined, ink: string, name: (layer: number) => string, stride: number): Line[] {
  return (run?.history.ratios ?? []).map((values, layer): Line => {
    const look: Look = {
      id: String(layer),
      name: name(layer + 1),
      colour: ink,
      glyph: glyphs[layer % glyphs.length] as Look['glyph'],
      dash: dashes[layer % dashes.length] as readonly number[],
    };
    return { look, values: meansOf(Float64Array.from(values), stride) };
  });
}

/** A measure of the networks against epochs; the playback's place is on it, and a press or a drag moves it. */
export function LabChart({
  measure,
  onMeasure,
}: {
  measure: LabMeasure;
  onMeasure(next: LabMeasure): void;
}): ReactNode {
  const { lab } = useText();
  const isNumber = useStore(labStore, ({ common }) => common?.shape.task === 'numbers');
  const stride = useStore(sceneStore, ({ scene }) => strideFor(networkIn(scene).epochs));
  const area = useRef<HTMLDivElement>(null);
  const em = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (area.current === null || em.current === null) return;
    const place = area.current;
    const chart = mountCurves({ area: place, em: em.current }, labPlayer);
    const show = (): void => {
      const { runs } = labStore.getState();
      const { scene } = sceneStore.getState();
      const { theme, language } = appearance.getState();
      const { lab: text } = textNow();
      const ids = runs.map(({ id }) => id);
      const isNumber = runs[0]?.spec.shape.task === 'numbers';
      const chosen = runs.find(({ id }) => id === chosenNow(ids));
      const stride = strideFor(labPlayer.length);
      const lines =
        measure === 'ratio'
          ? ratioLines(chosen, inkOf(place).text, text.layer, stride)
          : linesOf(measure, runs, looksOf(scene, runs, theme, language), stride);
      const value = measure === 'score' ? (share: number) => scoreText(share, isNumber) : lossText;
      const at = (place: number): string => text.epoch(place - (place % stride));
      chart.show(curvesOf(measure, lines, labPlayer.length, { at, value }, stride));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        show();
      }, pause);
    };
    const ends = [labStore.subscribe(later), appearance.subscribe(later), followChosen(later)];
    show();
    return () => {
      ends.forEach((end) => end());
      clearTimeout(timer);
      chart.end();
    };
  }, [measure]);

  return (
    <div className="loss" role="group" aria-label={lab.chart(lab.measures[measure])}>
      <div className="loss-head">
        <select
          aria-label={lab.measure}
          title={lab.measureNotes[measure]}
          value={measure}
          onChange={({ target }) => onMeasure(target.value as LabMeasure)}
        >
          {labMeasures.map((id) => (
            <option key={id} value={id}>
              {id === 'score' && isNumber ? 'R²' : lab.measures[id]}
            </option>
          ))}
        </select>
        <span>{lab.lineKey[measure]}</span>
        {stride > 1 && measure !== 'lr' && <span className="loss-means">{lab.meansOf(stride)}</span>}
      </div>
      <div className="loss-area" ref={area} aria-hidden="true" />
      <span className="loss-em" ref={em} aria-hidden="true" />
    </div>
  );
}
