import type { CSSProperties, ReactNode } from 'react';
import { networkIn } from '../../../state/network/settings.ts';
import { ruleIn } from '../../../state/rule.ts';
import { runnersIn } from '../../../state/settings.ts';
import { Glyph } from '../../Glyph.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene, useTheme } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { rateField } from './fields.ts';
import { LabSliders } from './LabSliders.tsx';

/** The learning rate of each optimizer; its other hyperparameters are those of the race. */
export function RatesSection(): ReactNode {
  const runners = useScene(runnersIn);
  const settings = useScene(networkIn);
  const theme = useTheme();
  const language = useLanguage();
  const text = useText();
  return (
    <Section title={text.lab.rates}>
      {runners.map((runner) => {
        const rule = ruleIn(runner, runners);
        const { glyph, [theme]: colour } = rule.mark;
        return (
          <div key={runner.id} className="rate" style={{ '--ink': colour } as CSSProperties}>
            <Glyph kind={glyph} colour={colour} />
            <LabSliders fields={[rateField(settings, runner, rule, text, language)]} id={runner.id} />
          </div>
        );
      })}
      <p className="note">{text.lab.ratesNote}</p>
    </Section>
  );
}
