import type { ReactNode } from 'react';
import { ruleIn } from '../../../state/rule.ts';
import { runnersIn } from '../../../state/settings.ts';
import { change } from '../../../state/store.ts';
import { Choice } from '../../panel/Choice.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { withNetwork } from '../panel/recipes.ts';
import { useChosen } from './useChosen.ts';

/** Whose network is looked into and checked. */
export function ChooseNetwork(): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const runners = useScene(runnersIn);
  const chosen = useChosen();
  if (chosen === undefined) return null;
  const options = runners.map((each) => ({ value: each.id, text: ruleIn(each, runners).name[language] }));
  return (
    <Choice
      label={lab.networkOf}
      value={chosen.runner.id}
      options={options}
      onChange={(id) => change(withNetwork({ chosen: id }))}
    />
  );
}
