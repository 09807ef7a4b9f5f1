import { chosenAmong } from '../../../state/network/chosen.ts';
import { ruleIn } from '../../../state/rule.ts';
import type { Runner } from '../../../state/scene.ts';
import { runnersIn } from '../../../state/settings.ts';
import { useScene } from '../../useScene.ts';
import { useLanguage } from '../../useText.ts';

/** The optimizer whose network is looked into, with the name that people read; undefined where none takes part. */
export function useChosen(): { readonly runner: Runner; readonly name: string } | undefined {
  const runners = useScene(runnersIn);
  const language = useLanguage();
  const chosen = useScene(({ network }) => network?.chosen);
  const id = chosenAmong(
    runners.map((each) => each.id),
    chosen,
  );
  const runner = runners.find((each) => each.id === id);
  return runner && { runner, name: ruleIn(runner, runners).name[language] };
}
