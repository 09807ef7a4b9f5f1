import type { ReactNode } from 'react';
import { schedules } from '../../../schedules/catalog.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { change } from '../../../state/store.ts';
import { Formula } from '../../Formula.tsx';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { budgetFields, decayFields } from './fields.ts';
import { LabSliders } from './LabSliders.tsx';
import { decays, withDecay } from './recipes.ts';

/** How long is trained, how many samples a step takes, and how the rate falls. */
export function TrainingSection(): ReactNode {
  const settings = useScene(networkIn);
  const language = useLanguage();
  const text = useText();
  const { lab, panel } = text;
  const { data, decay } = settings;
  const schedule = schedules.find(({ id }) => id === decay.kind);
  const own = decayFields(settings, text, language);
  return (
    <Section title={lab.training}>
      <LabSliders fields={budgetFields(settings, text)} id={data} />
      <Choice
        label={lab.decay}
        spoken={panel.schedule}
        value={decay.kind}
        options={decays.map(({ id }) => ({
          value: id,
          text: schedules.find((one) => one.id === id)?.name[language] ?? lab.plateau,
        }))}
        onChange={(kind) => change(withDecay(kind))}
      />
      <LabSliders fields={own} id={decay.kind} />
      {schedule !== undefined && own.length > 0 && <Formula text={schedule.formula} label={panel.schedule} />}
      {decay.kind !== 'constant' && <p className="note">{schedule === undefined ? lab.plateauNote : lab.epochsNote}</p>}
    </Section>
  );
}
