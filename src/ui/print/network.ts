import type { Language } from '../../formula/text.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { count } from '../../i18n/numbers.ts';
import { generatorOf } from '../../network/data/catalog.ts';
import { initialisations } from '../../network/initial.ts';
import { scheduleOf } from '../../schedules/catalog.ts';
import type { ScheduleId } from '../../schedules/catalog.ts';
import type { Scene } from '../../state/scene.ts';
import { plateau } from '../../state/network/schema.ts';
import { isGenerator, networkIn } from '../../state/network/settings.ts';
import { writeNumber } from '../slider/number.ts';
import { listed, scheduled } from './listed.ts';

/** What a reader needs to set in the network lab to see the same, as names and values. */
export function networkSettingsOf(scene: Scene, language: Language, { lab }: Dictionary): [string, string][] {
  const { data, params, seed, hidden, convolution, activation, initial, l2, batch, epochs, decay, sabotages, rates } =
    networkIn(scene);
  const name = isGenerator(data) ? generatorOf(data).name[language] : lab.dataNames[data];
  const filters = convolution && lab.filterText(String(convolution.size), String(convolution.stride));
  const fallen = decay.kind === plateau.id ? listed(Object.keys(plateau.params), decay) : undefined;
  const chosen = listed(Object.keys(rates), rates);
  const all: [string, string | undefined][] = [
    [lab.data, [name, listed(Object.keys(params), params), `seed = ${seed}`].filter((part) => part !== '').join(', ')],
    [lab.network, [...(filters === undefined ? [] : [`${convolution?.filters} × ${filters}`]), ...hidden].join(' – ')],
    [lab.activation, activation],
    [lab.initial, initialisations[initial].name[language]],
    ['L2', l2 === 0 ? undefined : writeNumber(l2)],
    [lab.batch, count(language, batch)],
    [lab.epochs, count(language, epochs)],
    [
      lab.decay,
      fallen === undefined
        ? scheduled(scheduleOf(decay.kind as ScheduleId), decay, language)
        : `${lab.plateau}, ${fallen}`,
    ],
    [lab.rates, chosen === '' ? undefined : chosen],
    [lab.sabotage, sabotages.length === 0 ? undefined : sabotages.join(', ')],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as [string, string]]));
}
