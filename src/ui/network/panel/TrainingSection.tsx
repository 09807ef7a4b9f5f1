import type { ReactNode } from 'react';
import { count, type Quantity } from '../../../formula/quantity.ts';
import { presets } from '../../../network/defaults.ts';
import { schedules } from '../../../schedules/catalog.ts';
import { batchLimit, epochLimit } from '../../../state/network/schema.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { change } from '../../../state/store.ts';
import { Formula } from '../../Formula.tsx';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { spoken } from '../../panel/spoken.ts';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { LabSliders, type Setting } from './LabSliders.tsx';
import { decays, withDecay, withDecaySetting, withNetwork } from './recipes.ts';

/** How long is trained, how many samples a step takes, and how the rate falls. */
export function TrainingSection(): ReactNode {
  const settings = useScene(networkIn);
  const language = useLanguage();
  const { lab, panel, quantity: words } = useText();
  const { data, decay } = settings;
  const budget: Setting[] = [
    { name: 'epochs', label: lab.epochs, quantity: count(presets[data].epochs, 1, 500, 'log'), most: epochLimit, value: settings.epochs, spoken: lab.epochs, recipe: (epochs) => withNetwork({ epochs }) },
    { name: 'batch', label: lab.batch, quantity: count(presets[data].batch, 1, 1000, 'log'), most: batchLimit, value: settings.batch, spoken: lab.batchNote, recipe: (batch) => withNetwork({ batch }) },
  ]; // prettier-ignore
  const schedule = schedules.find(({ id }) => id === decay.kind);
  const params: Readonly<Record<string, Quantity>> = decays.find(({ id }) => id === decay.kind)?.params ?? {};
  const own = Object.entries(params).map(([name, quantity]): Setting => ({
    name,
    label: name,
    quantity,
    value: decay[name] as number,
    spoken: spoken(panel.schedule, name, quantity.words?.[language] ?? lab.decayWords[name] ?? words[name]),
    recipe: (value) => withDecaySetting(name, value),
  }));
  return (
    <Section title={lab.training}>
      <LabSliders settings={budget} id={data} />
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
      <LabSliders settings={own} id={decay.kind} />
      {schedule !== undefined && own.length > 0 && <Formula text={schedule.formula} label={panel.schedule} />}
      {decay.kind !== 'constant' && <p className="note">{schedule === undefined ? lab.plateauNote : lab.epochsNote}</p>}
    </Section>
  );
}
