import type { Language } from '../../formula/text.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { count } from '../../i18n/numbers.ts';
import { muScheduleOf, scheduleOf } from '../../schedules/catalog.ts';
import { isNoisy } from '../../state/noise.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { surfaceIn } from '../../state/surface.ts';
import { writeNumber } from '../slider/number.ts';
import { listed, scheduled } from './listed.ts';
import { networkSettingsOf } from './network.ts';

/** What a reader needs to set to see the same, as names and values; none of a graph, which shows its inputs. */
export function settingsOf(scene: Scene, language: Language, dictionary: Dictionary): [string, string][] {
  if (scene.view === 'network') return networkSettingsOf(scene, language, dictionary);
  return scene.view === 'backprop' ? [] : raceSettingsOf(scene, language, dictionary);
}

function raceSettingsOf(scene: Scene, language: Language, { panel, title }: Dictionary): [string, string][] {
  const { start, steps, schedule, muSchedule, noise, seed, batch } = scene;
  const { params, values } = surfaceIn(scene);
  const parameters = listed(Object.keys(params), values);
  return [
    ...(parameters === '' ? [] : [[panel.surface, parameters] as [string, string]]),
    [title.start, `(${start.map(writeNumber).join(', ')})`],
    [panel.steps, count(language, steps)],
    [panel.schedule, scheduled(scheduleOf(schedule.kind), schedule, language)],
    ...(muSchedule.kind === 'constant'
      ? []
      : [[panel.muSchedule, scheduled(muScheduleOf(muSchedule.kind), muSchedule, language)] as [string, string]]),
    ...(isNoisy(scene)
      ? [[panel.noiseSection, listed(['noise', 'batch', 'seed'], { noise, batch, seed })] as [string, string]]
      : []),
  ];
}

/** What an optimizer runs with: its form where it is not the default one, then its hyperparameters. */
export function hyperOf(runner: Runner, language: Language): string {
  const { hyper, variants } = ruleIn(runner);
  const form = variants[runner.variant]?.label[language];
  return [...(form === undefined ? [] : [form]), listed(Object.keys(hyper), runner)].join('; ');
}
