import { type ReactNode, useState } from 'react';
import { ruleOf, rules } from '../../optimizers/catalog.ts';
import { initialRunner, type Runner } from '../../state/scene.ts';
import { sceneStore, settle } from '../../state/store.ts';
import { Choice } from '../panel/Choice.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { opened } from './opened.ts';
import { copyName, isFull, withCopy } from './recipes.ts';
import { take } from './take.ts';

/** Copies a runner into a rule of one's own, whose editor takes the focus. */
export const copyRule = (of: Runner): void => {
  const { scene } = sceneStore.getState();
  if (isFull(scene)) return;
  settle();
  opened.setState({ fresh: copyName(scene, of.id) });
  take(withCopy(of));
};

const forms = rules.flatMap(({ id, name, label, variants }) =>
  Object.entries({ default: { label }, ...variants }).map(([variant, form]) => ({
    id,
    variant,
    name,
    label: form.label,
  })),
);
const valueOf = ({ id, variant }: { id: string; variant: string }): string => `${id} ${variant}`;
const usual = 'adam default';

/** A rule of one's own, from any form of any built-in rule with the hyperparameters that it has in the scene. */
export function AddRule(): ReactNode {
  const scene = useScene((whole) => whole);
  const language = useLanguage();
  const { editor } = useText();
  const [from, setFrom] = useState(usual);
  const full = isFull(scene);
  const add = (): void => {
    const form = forms.find((one) => valueOf(one) === from);
    if (form === undefined) return;
    const known = scene.optimizers.find(({ id }) => id === form.id) ?? initialRunner(form.id, scene.surface);
    copyRule({ ...known, variant: form.variant });
  };
  return (
    <div className="add-rule" role="group" aria-label={editor.own}>
      <h3>{editor.own}</h3>
      <Choice
        label={editor.startFrom}
        value={from}
        options={forms.map((form) => {
          const single = Object.keys(ruleOf(form.id).variants).length === 0;
          const text = single ? form.name[language] : editor.form(form.name[language], form.label[language]);
          return { value: valueOf(form), text };
        })}
        onChange={setFrom}
      />
      <button type="button" className="button" disabled={full} onClick={add}>
        {editor.add}
      </button>
      {full && <p className="note">{editor.full(scene.optimizers.length)}</p>}
    </div>
  );
}
