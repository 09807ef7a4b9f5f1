import type { Language } from '../../formula/text.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { count } from '../../i18n/numbers.ts';
import { generatorOf } from '../../network/data/catalog.ts';
import { initialisations } from '../../network/initial.ts';
import { schedules } from '../../schedules/catalog.ts';
import { plateau } from '../../state/network/schema.ts';
import { isGenerator, networkIn } from '../../state/network/settings.ts';
import type { Scene } from '../../state/scene.ts';
import { writeNumber } from '../slider/number.ts';
import { joined, listed, scheduled } from './listed.ts';

/** What a reader needs to set in the network lab to see the same, as names and values. */
export function networkSettingsOf(scene: Scene, language: Language, { lab }: Dictionary): [string, string][] {
  const { data, params, seed, hidden, convolution, activation, initial, l2, batch, epochs, decay, sabotages, rates } =
    networkIn(scene);
  const name = isGenerator(data) ? generatorOf(data).name[language] : lab.dataNames[data];
  const filters =
    convolution === undefined
      ? ''
      : `${convolution.filters} × ${lab.filterText(String(convolution.size), String(convolution.stride))}`;
  const units = hidden.map((size, layer) => `${lab.hidden(layer + 1)} = ${size}`);
  const schedule = schedules.find(({ id }) => id === decay.kind);
  const decays =
    schedule === undefined
      ? joined(lab.plateau, listed(Object.keys(plateau.params), decay))
      : scheduled(schedule, decay, language);
  const all: [string, string][] = [
    [lab.data, joined(name, listed(Object.keys(params), params), `seed = ${seed}`)],
    [lab.network, joined(filters, ...units)],
    [lab.activation, activation],
    [lab.initial, initialisations[initial].name[language]],
    ['L2', l2 === 0 ? '' : writeNumber(l2)],
    [lab.batch, count(language, batch)],
    [lab.epochs, count(language, epochs)],
    [lab.decay, decays],
    [lab.rates, listed(Object.keys(rates), rates)],
    [lab.sabotage, joined(...sabotages)],
  ];
  return all.filter(([, value]) => value !== '');
}
