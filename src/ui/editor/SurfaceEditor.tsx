import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { textLimit } from '../../state/field.ts';
import { playback } from '../../state/playback.ts';
import { isTyped } from '../../state/scene.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { DataEditor } from '../data/DataEditor.tsx';
import { showRace } from '../motion.ts';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { DomainFields } from './DomainFields.tsx';
import { dropDraft } from './drafts.ts';
import { type Example, examples } from './examples.ts';
import { surfaceFault } from './fault.ts';
import { focusEnd } from './focusEnd.ts';
import { FormulaEditor } from './FormulaEditor.tsx';
import { closeSurface, opened, openSurface, useSurfaceOpened } from './opened.ts';
import { plain } from './plain.ts';
import { withExample, withFormula } from './recipes.ts';
import { take } from './take.ts';

const key = 'surface';

const show = (example: Example): void => {
  settle();
  dropDraft(key);
  change(withExample(example));
  showRace();
};

/** The surface's formula, its domain, and surfaces to begin with. */
function FormulaWay(): ReactNode {
  const surface = useScene(surfaceIn);
  const isTypedNow = useScene((scene) => isTyped(scene.surface));
  const { editor, data } = useText();
  const { values } = surface;
  const formula = isTypedNow ? surface.formula : plain(surface.formula);
  const text = useRef<HTMLTextAreaElement>(null);
  const known = useRef<Record<string, number>>({});
  useEffect(() => {
    Object.assign(known.current, values);
  }, [values]);
  useEffect(() => focusEnd(text.current), []);
  const onFormula = useCallback((next: string): void => {
    const { position } = playback;
    take(withFormula(next, known.current), 'surface formula');
    playback.seek(position);
  }, []);
  return (
    <>
      {formula.length <= textLimit ? (
        <FormulaEditor
          ref={text}
          label={editor.surfaceFormula}
          draft={key}
          running={formula}
          check={surfaceFault}
          onFormula={onFormula}
          onEscape={closeSurface}
          note={editor.surfaceNote}
        />
      ) : (
        <p className="note">{data.formulaTooLong}</p>
      )}
      <DomainFields />
      <div className="examples" role="group" aria-label={editor.examples}>
        <span>{editor.examples}</span>
        {examples.map((example) => (
          <button
            key={example.formula}
            type="button"
            className="chip"
            aria-pressed={example.formula === formula}
            onClick={() => show(example)}
          >
            {example.formula}
          </button>
        ))}
      </div>
    </>
  );
}

const ways = ['formula', 'data'] as const;

/** A surface of one's own, from a formula or from data; the sliders below are those of its parameters. */
function Editor(): ReactNode {
  const way = useStore(opened, (state) => state.way);
  const { editor, data } = useText();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const folded = section.current?.closest('details');
    if (folded) folded.open = true;
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} className="editor" aria-label={editor.surface}>
      <div className="ways" role="group" aria-label={data.ways}>
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === way}
            onClick={() => openSurface(each)}
          >
            {data.way[each]}
          </button>
        ))}
      </div>
      {way === 'formula' ? <FormulaWay /> : <DataEditor />}
      <button type="button" className="button" onClick={closeSurface}>
        {editor.done}
      </button>
    </section>
  );
}

/** The editor of the surface, where it is open. */
export function SurfaceEditor(): ReactNode {
  return useSurfaceOpened() ? <Editor /> : null;
}
