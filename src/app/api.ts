import type { Fan } from '../engine/fan/fan.ts';
import type { Run } from '../engine/run.ts';
import { type Pixel, projectToScreen } from '../scene/projection.ts';
import { fansStore } from '../state/fans/fans.ts';
import { areStripsMade, type Strip, stripsStore } from '../state/maps/strips.ts';
import { type LabRun, labStore } from '../state/network/store.ts';
import { allRuns } from '../state/runs.ts';
import type { Scene } from '../state/scene.ts';
import { preferences } from '../state/preferences.ts';
import { type Stats, stats } from '../state/stats.ts';
import { mergeScene, sceneStore } from '../state/store.ts';
import { valuesOn } from '../sweep/axis.ts';
import { type Backprop, backpropOf } from './backprop.ts';
import { mapOf, type MapOfRuns, type MapSpec } from './map.ts';

/** A run that JSON and structured clones carry as it is. */
export type PlainRun = Omit<Run, 'columns'> & { readonly columns: Readonly<Record<string, number[]>> };

const plain = (run: Run): PlainRun => ({
  ...run,
  columns: Object.fromEntries(Object.entries(run.columns).map(([name, column]) => [name, Array.from(column)])),
});

/** What is told of a fan. */
export type PlainFan = Pick<Fan, 'id' | 'seeds' | 'finalLoss' | 'outcomes' | 'settled'>;

const told = ({ id, seeds, finalLoss, outcomes, settled }: Fan): PlainFan =>
  structuredClone({ id, seeds, finalLoss, outcomes, settled });

/** A network of the lab, as far as it is trained. */
export type PlainNetwork = Pick<LabRun, 'id' | 'epoch' | 'history' | 'divergedAt'> & { readonly parameters: number[] };

const network = ({ id, epoch, history, divergedAt, records }: LabRun): PlainNetwork =>
  structuredClone({
    id,
    epoch,
    history,
    parameters: Array.from(records.at(-1)?.parameters ?? []),
    ...(divergedAt !== undefined && { divergedAt }),
  });

/** The final loss at each of the values of a slider; NaN where a run has no finite end. */
export interface PlainStrip {
  readonly optimizer: string;
  readonly name: string;
  readonly values: number[];
  readonly loss: number[];
}

const strip = ([key, { axis, cells }]: readonly [string, Strip]): PlainStrip => ({
  optimizer: key.slice(0, key.indexOf(' ')),
  name: axis.name,
  values: Array.from(valuesOn(axis, cells.loss.length)),
  loss: Array.from(cells.loss),
});

/** What the page offers to whoever embeds it, as `window.downhill`. */
export interface PageApi {
  /** A copy of the scene. */
  getScene(): Scene;
  /**
   * Lays part of a scene over the present one: objects are merged, lists replaced, and an optimizer keeps the
   * hyperparameters that are not given. Returns a sentence for everything that could not be taken.
   */
  setScene(partial: unknown): string[];
  /** A copy of the runs of all optimizers that take part; columns are plain arrays, row 0 is the start. */
  getRuns(): PlainRun[];
  /** What is told of the fans; undefined while some of them are still to be made. */
  getFans(): PlainFan[] | undefined;
  /**
   * What is told under the sliders in sight: the final losses over each slider's range, by optimizer and name; undefined
   * while some are still to be made.
   */
  getStrips(): PlainStrip[] | undefined;
  /** A copy of what is known of the networks of the lab; none before it has been opened. */
  getNetworks(): PlainNetwork[];
  /** A copy of the counters. */
  stats(): Stats;
  /** Where a point of the domain, lifted to the surface, is seen in the 3D picture; undefined where there is none. */
  project(x: number, y: number): Pixel | undefined;
  /**
   * A program of the formula language at a point: every named value and its gradient, how many paths lead to each input,
   * and how many edges are walked. An input that is not given is 1. Throws an Error with a sentence for a program or
   * inputs that cannot be taken.
   */
  backprop(program: string, inputs?: Readonly<Record<string, number>>): Backprop;
  /**
   * A map of the scene: one run per pixel, whose settings differ in what the two axes name. Resolves to one typed array
   * each of what became of the runs, row by row from the lower left; rejects with a sentence for what cannot be taken.
   */
  map(spec: MapSpec): Promise<MapOfRuns>;
}

export const api: PageApi = {
  getScene: () => structuredClone(sceneStore.getState().scene),
  setScene: (partial) => mergeScene(partial).map((found) => found.sentence(preferences.getState().language)),
  getRuns: () => allRuns().runs.map(plain),
  getFans: () => {
    const { fans, waiting } = fansStore.getState();
    return waiting > 0 ? undefined : fans.map(told);
  },
  getStrips: () => (areStripsMade() ? Object.entries(stripsStore.getState()).map(strip) : undefined),
  getNetworks: () => labStore.getState().runs.map(network),
  stats: () => ({ ...stats }),
  project: projectToScreen,
  map: (spec) => mapOf(spec, sceneStore.getState().scene, preferences.getState().language),
  backprop: (program, inputs = {}) => backpropOf(program, inputs, preferences.getState().language),
};

declare global {
  interface Window {
    downhill: PageApi;
  }
}

/** Puts the API on the window. */
export const offerApi = (target: Window): void => {
  target.downhill = api;
};
