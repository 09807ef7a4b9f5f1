import { stream } from '../random.ts';
import { layersOf, type NetworkShape } from '../shape.ts';
import type { Plane } from './plane.ts';

/**
 * A random direction, filter-normalised: normal draws, those of each unit's (or filter's) weights scaled to the norm of
 * these weights, and 0 for the biases; so that networks whose weights differ in size can be compared. Li, Xu, Taylor,
 * Studer & Goldstein 2018, Visualizing the loss landscape of neural nets, arXiv:1712.09913, section 4.
 */
function direction(shape: NetworkShape, parameters: Float64Array, normal: () => number): Float64Array {
  const found = new Float64Array(parameters.length);
  for (const { weights, ins, outs } of layersOf(shape))
    for (let unit = 0; unit < outs; unit += 1) {
      const first = weights + unit * ins;
      let [drawn, size] = [0, 0];
      for (let i = first; i < first + ins; i += 1) {
        found[i] = normal();
        drawn += (found[i] as number) ** 2;
        size += (parameters[i] as number) ** 2;
      }
      const scale = Math.sqrt(size / drawn);
      for (let i = first; i < first + ins; i += 1) found[i] = (found[i] as number) * scale;
    }
  return found;
}

/** The plane through trained parameters along two such directions. */
export function randomPlane(shape: NetworkShape, parameters: Float64Array, seed: number): Plane {
  const { normal } = stream(seed, 'directions');
  return {
    origin: parameters,
    u: direction(shape, parameters, normal),
    v: direction(shape, parameters, normal),
  };
}
