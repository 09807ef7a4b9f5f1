import type { Quantity } from '../../../formula/quantity.ts';
import type { Mistake } from '../../../network/mistakes.ts';
import type { Reading } from '../../../state/scene.ts';
import { readScene, type Scene } from '../../../state/scene.ts';
import { schedules } from '../../../schedules/catalog.ts';
import { type DataId, type NetworkPart, plateau } from '../../../state/network/schema.ts';
import { networkIn } from '../../../state/network/settings.ts';

type Recipe = (scene: Scene) => Scene;

/** Some settings with other values; undefined takes one away, so that it is as the data set opens with. */
export const withNetwork =
  (part: { [K in keyof NetworkPart]?: NetworkPart[K] | undefined }): Recipe =>
  (scene) => {
    const merged = Object.entries({ ...scene.network, ...part }).filter(([, value]) => value !== undefined);
    return { ...scene, network: Object.fromEntries(merged) as NetworkPart };
  };

/**
 * Another data set: it opens with the network and the budget that suit it. The table of one's own stays, and what says
 * nothing about the data: seed, rates, mistakes.
 */
export const withData =
  (data: DataId): Recipe =>
  (scene) => {
    const { table, seed, rates, sabotages, chosen, ensemble, members, slice, ...rest } = scene.network ?? {};
    const kept = { table, seed, rates, sabotages, chosen, ensemble, members, slice };
    const epoch =
      rest.epoch === undefined ? {} : { epoch: Math.min(rest.epoch, networkIn({ network: { data } }).epochs) };
    return withNetwork({ ...kept, ...epoch })({ ...scene, network: { data } });
  };

export const withParam =
  (name: string, value: number): Recipe =>
  (scene) =>
    withNetwork({ params: { ...scene.network?.params, [name]: value } })(scene);

export const withRate =
  (id: string, value: number): Recipe =>
  (scene) =>
    withNetwork({ rates: { ...scene.network?.rates, [id]: value } })(scene);

/** Units of a hidden layer. */
export const withUnits =
  (layer: number, units: number): Recipe =>
  (scene) =>
    withNetwork({ hidden: networkIn(scene).hidden.map((size, i) => (i === layer ? units : size)) })(scene);

/** One hidden layer more, as large as the last, or one less. */
export const withLayers =
  (change: 1 | -1): Recipe =>
  (scene) => {
    const { hidden } = networkIn(scene);
    return withNetwork({ hidden: change > 0 ? [...hidden, hidden.at(-1) ?? 8] : hidden.slice(0, -1) })(scene);
  };

export const withSabotage =
  (mistake: Mistake, isMade: boolean): Recipe =>
  (scene) => {
    const others = networkIn(scene).sabotages.filter((one) => one !== mistake);
    const sabotages = isMade ? [...others, mistake] : others;
    return withNetwork({ sabotages: sabotages.length > 0 ? sabotages : undefined })(scene);
  };

/** Settings of a decay that do something within so many epochs. */
const suited = (epochs: number): Readonly<Record<string, number>> => ({
  every: Math.max(1, Math.round(epochs / 4)),
  rate: Number((3 / epochs).toPrecision(2)),
  over: epochs,
});

/** Every decay that the lab offers: the schedules, s counting epochs, and the one that looks at validation. */
export const decays = [...schedules, plateau] as const;

export const withDecay =
  (kind: string): Recipe =>
  (scene) => {
    const own = suited(networkIn(scene).epochs);
    const params = Object.entries<Quantity>(decays.find(({ id }) => id === kind)?.params ?? {});
    const values = Object.fromEntries(params.map(([name, { initial }]) => [name, own[name] ?? initial]));
    return withNetwork({ decay: kind === 'constant' ? undefined : { kind, ...values } as NonNullable<NetworkPart['decay']> })(scene); // prettier-ignore
  };

export const withDecaySetting =
  (name: string, value: number): Recipe =>
  (scene) =>
    withNetwork({ decay: { ...networkIn(scene).decay, [name]: value } as NonNullable<NetworkPart['decay']> })(scene);

/** A table as it was given. */
export const withTable =
  (table: string) =>
  (scene: Scene): Reading =>
    readScene({ network: { data: 'csv', table } }, scene);
