import { count, type Quantity, slider } from '../../../formula/quantity.ts';
import type { Language } from '../../../formula/text.ts';
import type { Dictionary } from '../../../i18n/dictionaries.ts';
import { generatorOf } from '../../../network/data/catalog.ts';
import { presets, shares } from '../../../network/defaults.ts';
import type { Convolution } from '../../../network/shape.ts';
import type { Rule } from '../../../optimizers/rule.ts';
import { boundValueOf, type Limits, limitsIn, valueOf } from '../../../state/field.ts';
import { filterCount, networkRate, networkSchema, unitCount, unitLimit } from '../../../state/network/schema.ts';
import { isGenerator, type NetworkSettings, presetSettings } from '../../../state/network/settings.ts';
import { rateOf } from '../../../state/network/spec.ts';
import type { Runner, Scene } from '../../../state/scene.ts';
import { spoken } from '../../panel/spoken.ts';
import { decays, withDecaySetting, withNetwork, withParam, withRate, withUnits } from './recipes.ts';

/** A number of the lab with a slider; what may be typed is what a scene may hold. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly quantity: Quantity;
  readonly limits: Limits;
  readonly value: number;
  readonly spoken: string;
  recipe(value: number): (scene: Scene) => Scene;
}

const { validation, test, seed, l2, epochs, batch } = networkSchema.entries;

/** The seed's slider; any seed can be typed. */
const seeds = count(1, 0, 20);
const share = slider(shares.validation, 0.05, 0.45);
const penalty = slider(0, 1e-6, 1, 'log');

/** Of a generator: how many samples, how noisy, and its own. */
export const generatorFields = ({ data, params }: NetworkSettings, { lab }: Dictionary, language: Language): Field[] =>
  Object.entries(isGenerator(data) ? generatorOf(data).params : {}).map(([name, quantity]) => {
    const label = quantity.words?.[language] ?? name;
    return {
      name,
      label,
      quantity,
      limits: limitsIn(boundValueOf(quantity)),
      value: params[name] ?? quantity.initial,
      spoken: `${lab.data}, ${label}`,
      recipe: (value) => withParam(name, value),
    };
  });

/** The seed, and the shares that are kept. */
export const splitFields = (settings: NetworkSettings, { lab }: Dictionary): Field[] => [
  { name: 'seed', label: lab.seed, quantity: seeds, limits: limitsIn(seed.wrapped), value: settings.seed, spoken: lab.seedNote, recipe: (value) => withNetwork({ seed: value }) },
  { name: 'validation', label: lab.validation, quantity: share, limits: limitsIn(validation.wrapped), value: settings.validation, spoken: lab.validationShare, recipe: (value) => withNetwork({ validation: value }) },
  { name: 'test', label: lab.test, quantity: share, limits: limitsIn(test.wrapped), value: settings.test, spoken: lab.testShare, recipe: (value) => withNetwork({ test: value }) },
]; // prettier-ignore

/** The units of each hidden layer. */
export const layerFields = ({ data, hidden }: NetworkSettings, { lab }: Dictionary): Field[] =>
  hidden.map((value, layer) => ({
    name: `layer ${layer + 1}`,
    label: lab.hidden(layer + 1),
    quantity: count(presetSettings(data).hidden[layer] ?? 8, 1, unitLimit, 'log'),
    limits: limitsIn(unitCount),
    value,
    spoken: lab.unitsOf(layer + 1),
    recipe: (units) => withUnits(layer, units),
  }));

export const filterField = (convolution: Omit<Convolution, 'side'>, { lab }: Dictionary): Field => ({
  name: 'filters',
  label: lab.filters,
  quantity: count(8, 1, 8),
  limits: limitsIn(filterCount),
  value: convolution.filters,
  spoken: lab.filters,
  recipe: (filters) => withNetwork({ convolution: { ...convolution, filters } }),
});

export const penaltyField = (settings: NetworkSettings, { lab }: Dictionary): Field => ({
  name: 'l2',
  label: 'L2',
  quantity: penalty,
  limits: limitsIn(l2.wrapped),
  value: settings.l2,
  spoken: lab.l2,
  recipe: (value) => withNetwork({ l2: value }),
});

/** How long is trained, and how many samples a step takes. */
export const budgetFields = (settings: NetworkSettings, { lab }: Dictionary): Field[] => [
  { name: 'epochs', label: lab.epochs, quantity: count(presets[settings.data].epochs, 1, 500, 'log'), limits: limitsIn(epochs.wrapped), value: settings.epochs, spoken: lab.epochs, recipe: (value) => withNetwork({ epochs: value }) },
  { name: 'batch', label: lab.batch, quantity: count(presets[settings.data].batch, 1, 1000, 'log'), limits: limitsIn(batch.wrapped), value: settings.batch, spoken: lab.batchNote, recipe: (value) => withNetwork({ batch: value }) },
]; // prettier-ignore

/** How the rate falls. */
export const decayFields = ({ decay }: NetworkSettings, text: Dictionary, language: Language): Field[] => {
  const { lab, panel, quantity: words } = text;
  const params: Readonly<Record<string, Quantity>> = decays.find(({ id }) => id === decay.kind)?.params ?? {};
  return Object.entries(params).map(([name, quantity]) => ({
    name,
    label: name,
    quantity,
    limits: limitsIn(valueOf(quantity)),
    value: decay[name] as number,
    spoken: spoken(panel.schedule, name, quantity.words?.[language] ?? lab.decayWords[name] ?? words[name]),
    recipe: (value) => withDecaySetting(name, value),
  }));
};

/** The learning rate of an optimizer. */
export const rateField = (
  settings: NetworkSettings,
  runner: Runner,
  { name, networkRate: initial }: Rule,
  { quantity }: Dictionary,
  language: Language,
): Field => ({
  name: runner.id,
  label: name[language],
  quantity: slider(initial, 1e-5, 10, 'log'),
  limits: limitsIn(networkRate),
  value: rateOf(settings, runner),
  spoken: `${name[language]}, ${quantity['lr']} lr`,
  recipe: (value) => withRate(runner.id, value),
});
