import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { fansStore } from '../../state/fans/fans.ts';
import { isNoisy } from '../../state/noise.ts';
import { ruleIn } from '../../state/rule.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** What more seeds than one are for, or what became of them. */
export function FanNote(): ReactNode {
  const { fan = 1, noisy } = useScene((scene) => ({ fan: scene.fan, noisy: isNoisy(scene) }));
  const { fans, isSlow, failure } = useStore(fansStore);
  const runners = useScene(({ optimizers }) => optimizers);
  const language = useLanguage();
  const { fans: text } = useText();
  const isOn = fan > 1 && noisy;
  const lost = fans.flatMap(({ id, seeds, outcomes }) => {
    const runner = runners.find((one) => one.id === id);
    const count = outcomes.diverged + outcomes.undefined;
    return runner === undefined || count === 0 ? [] : text.lost(ruleIn(runner, runners).name[language], count, seeds);
  });
  return (
    <>
      <p className="note">{fan > 1 ? (noisy ? text.on(fan) : text.noNoise) : text.off}</p>
      {isOn && lost.length > 0 && <p className="note">{lost.join(' ')}</p>}
      {isOn && isSlow && <p className="note">{text.slow}</p>}
      {isOn && failure !== undefined && (
        <p className="note" role="alert">
          {text.failed(failure)}
        </p>
      )}
    </>
  );
}
