import type { Activation } from '../../network/activations/catalog.ts';
import { generatorOf, type GeneratorId, generators } from '../../network/data/catalog.ts';
import { presets, shares } from '../../network/defaults.ts';
import type { InitialisationId } from '../../network/initial.ts';
import type { Mistake } from '../../network/mistakes.ts';
import type { Convolution } from '../../network/shape.ts';
import type { Scene } from '../schema.ts';
import { type DataId, dataIds, type Decay, type NetworkPart } from './schema.ts';

/** Every setting of the network lab with its value. */
export interface NetworkSettings {
  readonly data: DataId;
  readonly table: string;
  readonly params: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly hidden: readonly number[];
  readonly convolution?: Omit<Convolution, 'side'>;
  readonly activation: Activation;
  readonly initial: InitialisationId;
  readonly l2: number;
  readonly batch: number;
  readonly standardise: boolean;
  readonly validation: number;
  readonly test: number;
  readonly epochs: number;
  readonly decay: Decay;
  readonly rates: Readonly<Record<string, number>>;
  readonly sabotages: readonly Mistake[];
}

export const isGenerator = (data: DataId): data is GeneratorId => generators.some(({ id }) => id === data);

/** The settings of a generator's own sliders. */
const initialParams = (data: DataId): Record<string, number> =>
  isGenerator(data)
    ? Object.fromEntries(Object.entries(generatorOf(data).params).map(([name, { initial }]) => [name, initial]))
    : {};

/** What a data set opens with. */
export function presetSettings(data: DataId): NetworkSettings {
  const { hidden, activation, initial, batch, epochs, standardise } = presets[data];
  return {
    data,
    table: '',
    params: initialParams(data),
    seed: 1,
    hidden,
    activation,
    initial,
    l2: 0,
    batch,
    standardise,
    ...shares,
    epochs,
    decay: { kind: 'constant' },
    rates: {},
    sabotages: [],
  };
}

const known = new WeakMap<NetworkPart, NetworkSettings>();
const opening = presetSettings(dataIds[0]);
let last: { readonly key: string; readonly settings: NetworkSettings } = { key: '{}', settings: opening };

/** The settings of a scene: what it says, and for the rest what its data set opens with. The same ones are one object. */
export function networkIn({ network }: Pick<Scene, 'network'>): NetworkSettings {
  if (network === undefined) return opening;
  const before = known.get(network);
  if (before !== undefined) return before;
  const { epoch: _, chosen: _of, ensemble: _source, members: _count, slice: _kind, ...chosen } = network;
  const key = JSON.stringify(chosen);
  if (key !== last.key) {
    const preset = presetSettings(network.data ?? dataIds[0]);
    last = { key, settings: { ...preset, ...chosen, params: { ...preset.params, ...network.params } } };
  }
  known.set(network, last.settings);
  return last.settings;
}
