import { type ReactNode, useCallback, useRef } from 'react';
import { useStore } from 'zustand';
import { interventionLimit } from '../../state/field.ts';
import { type Future, futureStore } from '../../state/future.ts';
import { interventionsIn, valueBefore, withFork, withoutInterventions } from '../../state/interventions.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene, SceneIntervention } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import { Section } from '../panel/Section.tsx';
import { useScene, useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { useWhere, type Where } from './useWhere.ts';

const everything = (): boolean => true;

/** Why an intervention does nothing; undefined where it does. */
const idleOf = ({ steps, optimizers }: Scene, { step, id, off }: SceneIntervention): 'off' | 'late' | undefined => {
  if (off === true || optimizers.some((runner) => runner.id === id && runner.off === true)) return 'off';
  return step >= steps ? 'late' : undefined;
};

/** What the sliders do at the moment, in a sentence; undefined where they do what they always do. */
const noteOf = ({ isOn, refused }: Future, where: Where): 'full' | Where | undefined => {
  if (!isOn) return undefined;
  return refused === 'full' ? 'full' : where;
};

function List({ scene }: { scene: Scene }): ReactNode {
  const language = useLanguage();
  const theme = useTheme();
  const { future: words } = useText();
  const list = useRef<HTMLUListElement>(null);
  // What is removed takes the focus with it.
  const onRemoved = useCallback(() => list.current?.focus(), []);
  return (
    <ul ref={list} className="changes" tabIndex={-1} aria-label={words.list}>
      {interventionsIn(scene).map((each) => {
        const { step, id, name } = each;
        const runner = scene.optimizers.find((one) => one.id === id);
        if (runner === undefined) return null;
        const rule = ruleIn(runner, scene.optimizers);
        const quantity = rule.hyper[name];
        if (quantity === undefined) return null;
        const { glyph, [theme]: colour } = rule.mark;
        return (
          <ChangeRow
            key={`${id} ${name} ${step}`}
            {...each}
            {...{ quantity, glyph, colour, onRemoved }}
            from={valueBefore(scene, each)}
            runner={rule.name[language]}
            idle={idleOf(scene, each)}
          />
        );
      })}
    </ul>
  );
}

/** What was changed on the way: a list to edit, and whether the untouched runs stay; with what the sliders do now. */
export function ChangesSection(): ReactNode {
  const scene = useScene((now) => now);
  const { future: words } = useText();
  const state = useStore(futureStore);
  const where = useWhere();
  const hasAny = scene.interventions !== undefined;
  const note = noteOf(state, where);
  if (!state.isOn && !hasAny) return null;
  return (
    <Section title={words.section}>
      {note !== undefined && (
        <p className="note">{note === 'full' ? words.full(interventionLimit) : words.notes[note]}</p>
      )}
      {hasAny && (
        <>
          <List scene={scene} />
          <label className="check" title={words.forkNote}>
            <input
              type="checkbox"
              checked={scene.fork === true}
              onChange={({ target }) => change(withFork(target.checked))}
            />
            {words.fork}
          </label>
          <button type="button" className="chip" onClick={() => change(withoutInterventions(everything))}>
            {words.removeAll}
          </button>
        </>
      )}
    </Section>
  );
}
