import * as v from 'valibot';
import { atLeast, domain, identifier, oneOf, real, stepLimit, text, wholeNumber, yesOrNo } from '../field.ts';
import { scales } from './range.ts';

export const mapKinds = ['basins', 'hyper', 'race'] as const;
export type MapKind = (typeof mapKinds)[number];
export const mapColours = ['loss', 'steps', 'class'] as const;
export const raceStarts = ['all', 'own'] as const;
export const trialLimit = 2000;
export const raceSeedLimit = 50;
/** The largest seed of a race's search. */
export const searchSeedLimit = 2 ** 31 - 1;
export type MapColour = (typeof mapColours)[number];
/** Trials of a search that lie over the map of two settings. */
export const trialKinds = ['random', 'fine'] as const;
export type TrialKind = (typeof trialKinds)[number];

export const mapAxisSchema = v.strictObject({ name: text, from: real, to: real, scale: oneOf(scales) });

/** The fair race: what every optimizer is tuned with. */
export const raceSchema = v.strictObject({
  /** Settings that are tried of each optimizer. */
  trials: v.exactOptional(wholeNumber(4, trialLimit)),
  /** From the scene's start, or from all that the surface suggests. */
  starts: v.exactOptional(oneOf(raceStarts)),
  /** Seeds of the noise or of the batches, from the scene's upward. */
  seeds: v.exactOptional(wholeNumber(1, raceSeedLimit)),
  /** Of the search. */
  seed: v.exactOptional(wholeNumber(0, searchSeedLimit)),
});

export type RaceSettings = v.InferOutput<typeof raceSchema>;

/** What the maps view shows; what is left out is as in the scene, or the whole range. */
export const mapsSchema = v.strictObject({
  /** A map per optimizer of its starts, or one optimizer's of two of its settings. */
  kind: v.exactOptional(oneOf(mapKinds)),
  optimizer: v.exactOptional(identifier),
  /** Across and up, where two settings are mapped. */
  x: v.exactOptional(mapAxisSchema),
  y: v.exactOptional(mapAxisSchema),
  /** The part of the plane, where starts are mapped. */
  area: v.exactOptional(domain),
  colour: v.exactOptional(oneOf(mapColours)),
  steps: v.exactOptional(wholeNumber(1, stepLimit)),
  tolerance: v.exactOptional(atLeast(1e-6)),
  race: v.exactOptional(raceSchema),
  trials: v.exactOptional(oneOf(trialKinds)),
  /** Whether the map of the solo optimizer's starts lies under the playground's contour. */
  ground: v.exactOptional(yesOrNo),
});

export type MapsSettings = v.InferOutput<typeof mapsSchema>;
