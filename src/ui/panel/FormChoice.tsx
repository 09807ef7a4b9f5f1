import type { ReactNode } from 'react';
import { ruleIn } from '../../state/rule.ts';
import type { Runner } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import { useLanguage, useText } from '../useText.ts';
import { Choice } from './Choice.tsx';
import { FormComparison } from './FormComparison.tsx';
import { withOverlay, withRunner } from './recipes.ts';

/** Which form of its rule an optimizer uses, and which one is laid over it; nothing where there is only one. */
export function FormChoice({ runner }: { runner: Runner }): ReactNode {
  const language = useLanguage();
  const { forms: words, panel } = useText();
  const { id, variant, overlay } = runner;
  const rule = ruleIn(runner);
  const name = rule.name[language];
  const all = Object.entries({ default: rule, ...rule.variants });
  const options = all.map(([value, { label }]) => ({ value, text: label[language] }));
  if (options.length === 1) return null;
  return (
    <>
      <Choice
        label={panel.form}
        spoken={panel.formOf(name)}
        value={variant}
        options={options}
        onChange={(form) => change(withRunner(id, (before) => ({ ...before, variant: form })))}
      />
      <Choice
        label={words.overlay}
        spoken={words.overlayOf(name)}
        value={overlay === undefined || overlay === variant ? '' : overlay}
        options={[{ value: '', text: words.none }, ...options.filter(({ value }) => value !== variant)]}
        onChange={(form) => change(withOverlay(id, form === '' ? undefined : form))}
      />
      <FormComparison id={id} />
    </>
  );
}
