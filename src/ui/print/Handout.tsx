import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { lessonIn } from '../../state/lessons/lesson.ts';
import { presentation } from '../../state/presentation.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { sceneStore } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { views } from '../../state/views.ts';
import { rowsOf } from '../compare/rows.ts';
import type { Taker } from '../export/taker.ts';
import { LossFormula } from '../LossFormula.tsx';
import { linkTo } from '../share/exportScene.ts';
import { QrPicture } from '../share/QrPicture.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { HandoutTable } from './HandoutTable.tsx';
import { picturesOf, type Printed } from './pictures.ts';
import './print.css';
import { settingsOf } from './settings.ts';
import { trimmed } from './trimmed.ts';

/** Dots per CSS pixel: what a printer makes of a picture that is as wide as the paper. */
const times = 3;

const setPrinted = (isPrinted: boolean): void => flushSync(() => presentation.setState({ isPrinted }));

/** The page on paper: made when it is printed, as a view's own controls have no place there. */
export function Handout({ taker }: { taker(): Taker | undefined }): ReactNode {
  const { isPrinted } = useStore(presentation);
  const [pictures, setPictures] = useState<readonly Printed[]>([]);
  useEffect(() => {
    // All of it has to be there when the listener returns.
    const before = (): void => {
      const { view } = sceneStore.getState().scene;
      const main = document.querySelector('#root > main:not([inert])');
      const inView = main === null || view === 'playground' ? [] : picturesOf(main);
      setPrinted(true);
      const still = view === 'playground' ? taker()?.still(times, 'white') : undefined;
      const surface = still === undefined ? [] : [{ title: '', element: trimmed(still) }];
      flushSync(() => setPictures([...surface, ...inView]));
    };
    const after = (): void => {
      setPrinted(false);
      setPictures([]);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [taker]);
  return isPrinted ? <Sheet pictures={pictures} /> : null;
}

function Sheet({ pictures }: { pictures: readonly Printed[] }): ReactNode {
  const dictionary = useText();
  const language = useLanguage();
  const scene = useScene((whole) => whole);
  const { runs } = useStore(runsStore);
  const lesson = lessonIn(scene);
  const { brand, brandOther, classroom, print, title } = dictionary;
  const isRace = scene.view === 'playground';
  const hasSurface = isRace || scene.view === 'maps';
  const name = hasSurface ? surfaceIn(scene).name : views.find(({ id }) => id === scene.view)?.name;
  // The list of lessons is printed as it is.
  if (scene.view === 'lessons') return null;
  return (
    <section className="handout" style={{ '--rows': runs.length } as CSSProperties}>
      <header>
        <h1>{(lesson?.title ?? name)?.[language]}</h1>
        {lesson !== undefined && <p>{lesson.caption[language]}</p>}
        {hasSurface && <LossFormula label={title.formula} />}
      </header>
      <div className="handout-pictures" data-many={pictures.length > 1 || undefined}>
        {pictures.map(({ title: words, element }, i) => (
          <figure key={`${i} ${words}`}>
            {words !== '' && <figcaption>{words}</figcaption>}
            <div ref={(place) => place?.replaceChildren(element)} />
          </figure>
        ))}
      </div>
      {isRace && <HandoutTable scene={scene} rows={rowsOf(scene, shownRuns(scene, runs), 'light', language)} />}
      <footer>
        <dl>
          {settingsOf(scene, language, dictionary).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <figure>
          <QrPicture link={linkTo(scene, window.location.href)} />
          <figcaption>
            {brand} {brandOther} · {classroom.qr}: {print.scan}
          </figcaption>
        </figure>
      </footer>
    </section>
  );
}
