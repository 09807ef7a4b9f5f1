import * as v from 'valibot';
import { atLeast, domain, identifier, oneOf, real, stepLimit, text, wholeNumber } from '../field.ts';
import { scales } from './range.ts';

export const mapKinds = ['basins', 'hyper'] as const;
export type MapKind = (typeof mapKinds)[number];
export const mapColours = ['loss', 'steps', 'class'] as const;
export type MapColour = (typeof mapColours)[number];

export const mapAxisSchema = v.strictObject({ name: text, from: real, to: real, scale: oneOf(scales) });

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
});

export type MapsSettings = v.InferOutput<typeof mapsSchema>;
