import type { ReactNode } from 'react';
import { muScheduleOf, muSchedules, scheduleOf, schedules } from '../../schedules/catalog.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { warmup } from '../../schedules/warmup.ts';
import type { Scene } from '../../state/scene.ts';
import { change, settle } from '../../state/store.ts';
import { Formula } from '../Formula.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { Choice } from './Choice.tsx';
import {
  withMuScheduleKind,
  withMuScheduleSetting,
  withScheduleKind,
  withScheduleSetting,
  withWarmup,
} from './recipes.ts';
import { Section } from './Section.tsx';
import { Sliders } from './Sliders.tsx';
import { spoken } from './spoken.ts';

type Recipe = (scene: Scene) => Scene;

interface Props {
  title: string;
  schedule: Schedule;
  choices: readonly Schedule[];
  settings: Readonly<Record<string, string | number>>;
  withKind(kind: string): Recipe;
  withSetting(name: string, value: number): Recipe;
  children?: ReactNode;
}

/** The kind of a schedule, its formula and sentence, and a slider for each of its settings. */
function ScheduleSection({ title, schedule, choices, settings, withKind, withSetting, children }: Props): ReactNode {
  const language = useLanguage();
  const { panel, quantity: words } = useText();
  const names = Object.keys(schedule.params);
  const items = Object.entries(schedule.params).map(([name, quantity]) => ({
    name,
    label: name,
    quantity,
    reset: quantity.initial,
    spoken: spoken(title, name, quantity.words?.[language] ?? words[name]),
  }));
  return (
    <Section title={title}>
      <Choice
        label={panel.kind}
        spoken={`${title}, ${panel.kind}`}
        value={schedule.id}
        options={choices.map(({ id, name }) => ({ value: id, text: name[language] }))}
        onChange={(kind) => change(withKind(kind))}
      />
      {names.length > 0 && (
        <Sliders
          key={`${language} ${schedule.id}`}
          items={items}
          values={settings as Record<string, number>}
          onChange={(name, value) => change(withSetting(name, value), `${title} ${name}`)}
          onEditEnd={settle}
        />
      )}
      {children}
      {names.length > 0 && <Formula text={schedule.formula} label={title} />}
      <p className="note">{schedule.teaches[language]}</p>
    </Section>
  );
}

export function LrScheduleSection(): ReactNode {
  const settings = useScene(({ schedule }) => schedule);
  const language = useLanguage();
  const { panel, quantity: words } = useText();
  const quantity = warmup.params.warmup;
  const { warmup: steps } = settings;
  return (
    <ScheduleSection
      title={panel.schedule}
      schedule={scheduleOf(settings.kind)}
      choices={schedules}
      settings={settings}
      withKind={withScheduleKind}
      withSetting={withScheduleSetting}
    >
      <label className="check" title={warmup.teaches[language]}>
        <input
          type="checkbox"
          checked={steps !== undefined}
          onChange={({ target }) => change(withWarmup(target.checked))}
        />
        {panel.warmupOn}
      </label>
      {steps !== undefined && (
        <Sliders
          key={language}
          items={[
            { name: 'warmup', label: panel.steps, quantity, reset: quantity.initial, spoken: words['warmup'] ?? '' },
          ]}
          values={{ warmup: steps }}
          onChange={(name, value) => change(withScheduleSetting(name, value), name)}
          onEditEnd={settle}
        />
      )}
    </ScheduleSection>
  );
}

export function MuScheduleSection(): ReactNode {
  const settings = useScene(({ muSchedule }) => muSchedule);
  const { panel } = useText();
  return (
    <ScheduleSection
      title={panel.muSchedule}
      schedule={muScheduleOf(settings.kind)}
      choices={muSchedules}
      settings={settings}
      withKind={withMuScheduleKind}
      withSetting={withMuScheduleSetting}
    />
  );
}
