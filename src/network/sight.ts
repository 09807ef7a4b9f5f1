import type { Standard } from './data/split.ts';
import { gridInputs } from './pictures.ts';
import { type Model, predict } from './predict.ts';

/** What a network is looked at by: its outputs on a grid of the plane (rows 1: of a line), or for some samples. */
export type Sight =
  | {
      readonly kind: 'grid';
      readonly domain: readonly [number, number, number, number];
      readonly isLine: boolean;
      readonly standard?: Standard;
      /** What inputs are multiplied by after that; other than 1 where that is the mistake to be found. */
      readonly times: number;
    }
  | { readonly kind: 'samples'; readonly inputs: Float64Array };

/** The inputs of a sight: of a grid, `side` places along each direction, row by row from the lowest y. */
export function sightInputs(sight: Sight, side: number): Float64Array {
  if (sight.kind === 'samples') return sight.inputs;
  const { domain, isLine, standard, times } = sight;
  const inputs = gridInputs(domain, side, isLine ? 1 : side, standard);
  return times === 1 ? inputs : inputs.map((x) => x * times);
}

/** The outputs of a network there, sample after sample; single precision is enough for a picture. */
export const look = (model: Model, sight: Sight, side: number): Float32Array =>
  Float32Array.from(predict(model, sightInputs(sight, side)));
