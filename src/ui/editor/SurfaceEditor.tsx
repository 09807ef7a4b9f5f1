import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { playback } from '../../state/playback.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { showRace } from '../motion.ts';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { DomainFields } from './DomainFields.tsx';
import { dropDraft } from './drafts.ts';
import { type Example, examples } from './examples.ts';
import { surfaceFault } from './fault.ts';
import { focusEnd } from './focusEnd.ts';
import { FormulaEditor } from './FormulaEditor.tsx';
import { closeSurface, useSurfaceOpened } from './opened.ts';
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

/** The surface's formula, its domain, and surfaces to begin with; the sliders below are those of its parameters. */
function Editor(): ReactNode {
  const { id, formula, values } = useScene(surfaceIn);
  const { editor } = useText();
  const text = useRef<HTMLTextAreaElement>(null);
  const known = useRef<Record<string, number>>({});
  useEffect(() => {
    Object.assign(known.current, values);
  }, [values]);
  useEffect(() => {
    const folded = text.current?.closest('details');
    if (folded) folded.open = true;
    focusEnd(text.current);
    text.current?.closest('.editor')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onFormula = useCallback((next: string): void => {
    const { position } = playback;
    take(withFormula(next, known.current), 'surface formula');
    playback.seek(position);
  }, []);
  return (
    <section className="editor" aria-label={editor.surface}>
      <FormulaEditor
        ref={text}
        label={editor.surfaceFormula}
        draft={key}
        running={id === undefined ? formula : plain(formula)}
        check={surfaceFault}
        onFormula={onFormula}
        onEscape={closeSurface}
        note={editor.surfaceNote}
      />
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
