import type { ReactNode } from 'react';
import { ruleIn } from '../../state/rule.ts';
import { soloIn } from '../../state/settings.ts';
import { change } from '../../state/store.ts';
import { withMaps } from '../maps/recipes.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** Lays the map of the solo optimizer's starts under the contour; nothing where no optimizer is solo. */
export function GroundSwitch(): ReactNode {
  const { maps: text } = useText();
  const language = useLanguage();
  const { isOn, rule } = useScene((scene) => {
    const runner = soloIn(scene);
    return {
      isOn: scene.maps?.ground === true,
      rule: runner && ruleIn(runner, scene.optimizers),
    };
  });
  if (rule === undefined) return null;
  const says = text.basinsOf(rule.name[language]);
  return (
    <button
      type="button"
      className="chip contour-ground"
      aria-pressed={isOn}
      aria-description={says}
      title={says}
      onClick={() => change(withMaps({ ground: isOn ? undefined : true }))}
    >
      {text.basins}
    </button>
  );
}
