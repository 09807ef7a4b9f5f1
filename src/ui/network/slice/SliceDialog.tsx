import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { lossText } from '../../../i18n/numbers.ts';
import type { Text } from '../../../formula/text.ts';
import { sliceFormula } from '../../../network/slice/formula.ts';
import type { SliceAnswer, SliceKind, SlicePicture } from '../../../network/slice/picture.ts';
import { shadow } from '../../../network/slice/slice.ts';
import { chosenNow } from '../../../state/network/chosen.ts';
import { shownEpoch } from '../../../state/network/player.ts';
import { labStore, recordAt } from '../../../state/network/store.ts';
import { sliceKinds } from '../../../state/network/schema.ts';
import { change, sceneStore, showView } from '../../../state/store.ts';
import { type Look, looksOf } from '../../chart/look.ts';
import { Dialog } from '../../Dialog.tsx';
import { Glyph } from '../../Glyph.tsx';
import { take } from '../../editor/take.ts';
import { inkOf } from '../../ink.ts';
import { Choice } from '../../panel/Choice.tsx';
import { useAppearance, useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { labPool } from '../lab.ts';
import { withNetwork } from '../panel/recipes.ts';
import '../search/search.css';
import { drawSlice } from './drawSlice.ts';
import { withSlice } from './recipes.ts';
import './slice.css';

/** Losses along a side of the map. */
const side = 40;
/** Points of a path that are enough to draw it. */
const mostPoints = 60;

const thinned = <T,>(items: readonly T[]): T[] => {
  const step = Math.ceil(items.length / mostPoints);
  return items.filter((_, i) => i % step === 0 || i === items.length - 1);
};

async function slice(kind: SliceKind): Promise<{ answer: SliceAnswer; ids: string[] }> {
  const { runs } = labStore.getState();
  const epoch = shownEpoch();
  const ids = runs.map(({ id }) => id);
  const run = runs.find(({ id }) => id === chosenNow(ids));
  const trained = run && recordAt(run, epoch)?.parameters;
  if (run === undefined || trained === undefined) throw new RangeError('no network');
  const paths = runs.map(({ records }) =>
    thinned(records.filter((record) => record.epoch <= epoch)).map(({ parameters }) => parameters),
  );
  return { answer: await labPool.ask(0, 'slice', { spec: run.spec, kind, trained, paths, side }), ids };
}

/** The slice as a surface of the playground: a formula that stands for it, and how far that is off. */
function RaceOnIt({
  picture,
  ids,
  onClose,
}: {
  picture: SlicePicture;
  ids: readonly string[];
  onClose(): void;
}): ReactNode {
  const { lab } = useText();
  const { formula, error } = useMemo(() => sliceFormula(picture.slice), [picture]);
  const race = (): void => {
    take(withSlice(formula, picture, ids));
    onClose();
    showView('playground');
  };
  return (
    <div className="slice-race">
      <button type="button" className="button" onClick={race}>
        {lab.slice.race}
      </button>
      <p className="note">{lab.slice.fitted(`${(100 * (Math.exp(error) - 1)).toFixed(0)}%`)}</p>
    </div>
  );
}

/** A slice of the loss through the chosen network, and the six trainings projected on it. */
export function SliceDialog({ onClose }: { onClose(): void }): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const { theme } = useAppearance();
  const kind = useScene(({ network }) => network?.slice ?? 'main');
  const [{ picture, ids, failure }, setFound] = useState<{ picture?: SlicePicture; ids: string[]; failure?: Text }>({ ids: [] }); // prettier-ignore
  const canvas = useRef<HTMLCanvasElement>(null);
  const cut = useCallback(async (next: SliceKind): Promise<void> => {
    try {
      const { answer, ids: of } = await slice(next);
      setFound('fault' in answer ? { ids: [], failure: answer.fault } : { ids: of, picture: answer });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      setFound({ ids: [], failure: { en: said, zh: said } });
    }
  }, []);
  const looks = looksOf(
    sceneStore.getState().scene,
    ids.map((id) => ({ id })),
    theme,
    language,
  );
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context === null || context === undefined || picture === undefined) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(element.clientWidth * ratio), Math.round(element.clientHeight * ratio)];
    Object.assign(element, { width, height });
    const ink = inkOf(element);
    drawSlice({ context, width, height, em: ink.em * ratio, ink, theme }, picture, looks);
  });
  const [drawn, left] = [false, true].map((isLeft) => looks.filter((_, i) => picture?.far.includes(i) === isLeft)) as [Look[], Look[]]; // prettier-ignore
  const losses = picture?.slice.loss.filter(Number.isFinite) ?? new Float64Array(0);
  return (
    <Dialog title={lab.slice.title} onClose={onClose}>
      <div className="slice">
        <Choice
          label={lab.slice.directions}
          value={kind}
          options={sliceKinds.map((id) => ({ value: id, text: lab.slice.kinds[id] }))}
          onChange={(id) => {
            change(withNetwork({ slice: id as SliceKind }));
            void cut(id as SliceKind);
          }}
        />
        {picture === undefined && (
          <button type="button" className="button primary" onClick={() => void cut(kind)}>
            {lab.slice.cut}
          </button>
        )}
        {failure !== undefined && <p className="problem">{failure[language]}</p>}
        {picture !== undefined && (
          <>
            <canvas ref={canvas} role="img" aria-label={lab.slice.picture} />
            <ul className="slice-key">
              {drawn.map(({ id, name, colour, glyph }) => (
                <li key={id}>
                  <Glyph kind={glyph} colour={colour} />
                  {name}
                </li>
              ))}
            </ul>
            <p role="status">
              {lab.slice.kept(`${(100 * picture.kept).toFixed(1)}%`)}{' '}
              {lab.slice.range(
                lossText(losses.reduce((a, b) => Math.min(a, b), Infinity)),
                lossText(losses.reduce((a, b) => Math.max(a, b), -Infinity)),
              )}
            </p>
            {left.length > 0 && <p className="note">{lab.slice.far(left.map(({ name }) => name).join(', '))}</p>}
            <p className="note">{shadow[language]}</p>
            <RaceOnIt picture={picture} ids={ids} onClose={onClose} />
          </>
        )}
      </div>
    </Dialog>
  );
}
