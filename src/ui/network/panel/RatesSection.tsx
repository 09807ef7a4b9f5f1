import type { CSSProperties, ReactNode } from 'react';
import { slider } from '../../../formula/quantity.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { rateOf } from '../../../state/network/spec.ts';
import { ruleIn } from '../../../state/rule.ts';
import { runnersIn } from '../../../state/settings.ts';
import { Glyph } from '../../Glyph.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene, useTheme } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { LabSliders } from './LabSliders.tsx';
import { withRate } from './recipes.ts';

/** The learning rate of each optimizer; its other hyperparameters are those of the race. */
export function RatesSection(): ReactNode {
  const runners = useScene(runnersIn);
  const settings = useScene(networkIn);
  const theme = useTheme();
  const language = useLanguage();
  const { lab, quantity } = useText();
  return (
    <Section title={lab.rates}>
      {runners.map((runner) => {
        const { name, mark, networkRate } = ruleIn(runner, runners);
        const setting = {
          name: runner.id,
          label: name[language],
          quantity: slider(networkRate, 1e-5, 10, 'log'),
          value: rateOf(settings, runner),
          spoken: `${name[language]}, ${quantity['lr']} lr`,
          recipe: (value: number) => withRate(runner.id, value),
        };
        return (
          <div key={runner.id} className="rate" style={{ '--ink': mark[theme] } as CSSProperties}>
            <Glyph kind={mark.glyph} colour={mark[theme]} />
            <LabSliders settings={[setting]} id={runner.id} />
          </div>
        );
      })}
      <p className="note">{lab.ratesNote}</p>
    </Section>
  );
}
