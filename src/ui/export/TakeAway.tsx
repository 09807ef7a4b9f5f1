import { type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import { toCsv, toJson } from '../../state/print.ts';
import { pytorchScript } from '../../state/pytorch.ts';
import { ruleIn } from '../../state/rule.ts';
import { runsStore } from '../../state/runs.ts';
import { copy } from '../share/exportScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { fileNameOf, save } from './files.ts';
import { type Ground, grounds, type Taker } from './taker.ts';
import { TakeVideo } from './TakeVideo.tsx';

/** How many times as large as on the screen. */
const sizes = [2, 4];

/** The runs as data, the surface as a picture and as a video, and a run as code. Without a picture there is no `taker`. */
export function TakeAway({ taker }: { taker: Taker | undefined }): ReactNode {
  const { take: text, print, share } = useText();
  const language = useLanguage();
  const { scene, runs } = useStore(runsStore);
  const [ground, setGround] = useState<Ground>('theme');
  const [chosen, setChosen] = useState('');
  const [script, setScript] = useState<string>();
  const [said, setSaid] = useState('');
  const title = useId();
  const runner = runs.some(({ id }) => id === chosen) ? chosen : (scene.solo ?? runs[0]?.id);

  const saveText = (name: string, content: string, type: string): void => {
    save(name, new Blob([content], { type }));
    setSaid(text.saved(name));
  };
  const savePicture = async (times: number): Promise<void> => {
    try {
      const picture = await taker?.photograph(times, ground);
      if (picture === undefined) return;
      const name = fileNameOf(scene, `${times}x`, 'png');
      save(name, picture.blob);
      setSaid(text.savedPicture(name, picture.width, picture.height));
    } catch {
      setSaid(text.failed);
    }
  };
  const copyScript = async (): Promise<void> => {
    if (runner === undefined) return;
    const made = pytorchScript(scene, runner, language);
    const isCopied = await copy(made.script);
    setScript(isCopied ? undefined : made.script);
    setSaid(isCopied ? text.pythonCopied[made.uses] : share.notCopied);
  };

  return (
    <section className="share-part" aria-labelledby={title}>
      <h3 id={title}>{text.title}</h3>
      <div className="take" role="group" aria-label={text.data}>
        <span>{text.data}</span>
        <button
          type="button"
          className="button"
          disabled={runs.length === 0}
          onClick={() => saveText(fileNameOf(scene, 'runs', 'csv'), toCsv(runs), 'text/csv')}
        >
          CSV
        </button>
        <button
          type="button"
          className="button"
          disabled={runs.length === 0}
          onClick={() => saveText(fileNameOf(scene, 'runs', 'json'), toJson(runs, scene, language), 'application/json')}
        >
          JSON
        </button>
      </div>
      {taker !== undefined && (
        <div className="take" role="group" aria-label={text.picture}>
          <span>{text.picture}</span>
          <select aria-label={text.ground} value={ground} onChange={({ target }) => setGround(target.value as Ground)}>
            {grounds.map((id) => (
              <option key={id} value={id}>
                {text.grounds[id]}
              </option>
            ))}
          </select>
          {sizes.map((times) => (
            <button key={times} type="button" className="button" onClick={() => void savePicture(times)}>
              {text.png(times)}
            </button>
          ))}
        </div>
      )}
      {taker !== undefined && <TakeVideo taker={taker} ground={ground} onSaid={setSaid} />}
      {runner !== undefined && (
        <div className="take" role="group" aria-label={text.code}>
          <span>{text.code}</span>
          <select aria-label={text.runner} value={runner} onChange={({ target }) => setChosen(target.value)}>
            {scene.optimizers
              .filter(({ id }) => runs.some((run) => run.id === id))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {ruleIn(one, scene.optimizers).name[language]}
                </option>
              ))}
          </select>
          <button type="button" className="button" onClick={() => void copyScript()}>
            {text.python}
          </button>
        </div>
      )}
      <div className="take" role="group" aria-label={print.title}>
        <span>{print.title}</span>
        <button type="button" className="button" onClick={() => window.print()}>
          {print.print}
        </button>
      </div>
      {script !== undefined && (
        <textarea aria-label={text.code} readOnly rows={4} value={script} ref={(area) => area?.select()} />
      )}
      <p className="take-said" role="status">
        {said}
      </p>
    </section>
  );
}
