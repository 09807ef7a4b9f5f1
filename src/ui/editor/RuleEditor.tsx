import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { ruleIn } from '../../state/rule.ts';
import { runsStore } from '../../state/runs.ts';
import type { Runner } from '../../state/scene.ts';
import { statusSentence } from '../../state/status.ts';
import { mistaken } from '../../state/typed.ts';
import { useLanguage, useText } from '../useText.ts';
import { ruleFault } from './fault.ts';
import { focusEnd } from './focusEnd.ts';
import { FormulaEditor } from './FormulaEditor.tsx';
import { opened } from './opened.ts';
import { withRuleText } from './recipes.ts';
import { removeOptimizer } from './remove.ts';
import { RuleName } from './RuleName.tsx';
import { take } from './take.ts';

/** What a run that came to nothing says; nothing of one that goes on. */
function RunProblem({ id }: { id: string }): ReactNode {
  const language = useLanguage();
  const sentence = useStore(runsStore, ({ runs, scene }) => {
    const run = runs.find((one) => one.id === id);
    return run?.status === 'undefined' || run?.status === 'diverged' ? statusSentence(run, scene, language) : '';
  });
  return <div aria-live="polite">{sentence !== '' && <p className="problem">{sentence}</p>}</div>;
}

const numbersIn = (runner: Runner): Record<string, number> =>
  Object.fromEntries(Object.entries(runner).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));

/** The text of a typed rule, its name, and what it made of the names in it. */
export function RuleEditor({ runner }: { runner: Runner }): ReactNode {
  const { id, rule = '', state = [] } = runner;
  const { editor } = useText();
  const hyper = Object.keys(ruleIn(runner).hyper);
  const text = useRef<HTMLTextAreaElement>(null);
  const known = useRef<Record<string, number>>({});
  useEffect(() => {
    Object.assign(known.current, numbersIn(runner));
  }, [runner]);
  const isFresh = useStore(opened, ({ fresh }) => fresh === id);
  useEffect(() => {
    if (!isFresh) return;
    opened.setState({ fresh: undefined });
    focusEnd(text.current);
    text.current?.closest('.optimizer')?.scrollIntoView({ block: 'start' });
  }, [isFresh]);
  const onFormula = useCallback((next: string) => take(withRuleText(id, next, known.current), `${id} rule`), [id]);
  const fold = (): void => {
    const folded = text.current?.closest('details');
    if (!folded) return;
    folded.open = false;
    folded.querySelector('summary')?.focus();
  };
  return (
    <div className="editor">
      <RuleName id={id} />
      <FormulaEditor
        ref={text}
        label={editor.ruleOf(id)}
        draft={id}
        running={rule}
        check={ruleFault}
        onFormula={onFormula}
        onEscape={fold}
        note={`${editor.ruleNote} ${state.length === 0 ? editor.noState : editor.state(state.join(', '))} ${editor.sliders(hyper.join(', '))}`}
      />
      <div aria-live="polite">
        {hyper.map((name) => {
          const found = mistaken(name);
          if (found === undefined) return null;
          const { given } = found;
          return (
            <p key={name} className="note">
              {given === undefined ? editor.notGiven(name) : editor.meant(name, given)}
            </p>
          );
        })}
      </div>
      <RunProblem id={id} />
      <button type="button" className="chip" aria-label={editor.removeOf(id)} onClick={() => removeOptimizer(id)}>
        {editor.remove}
      </button>
    </div>
  );
}
