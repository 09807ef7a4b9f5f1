import type { Dataset } from '../../network/data/dataset.ts';
import type { Sight } from '../../network/sight.ts';
import { type Common, seenData } from './spec.ts';

/** Places along a side of the grid of a network's outputs, while it learns or is played, and at rest. */
export const sides = { moving: 64, resting: 144 } as const;

/** How the networks of some data are looked at: regions of the plane, a curve, or what they say of samples. */
export type Shape = 'plane' | 'line' | 'samples';

export const sightShape = ({ features, classes }: Dataset): Shape => {
  if (features.length === 2) return 'plane';
  return features.length === 1 && classes.length === 0 ? 'line' : 'samples';
};

/** The smallest and the largest of a column, with some room around. */
function ends(values: Float64Array, first: number, step: number, room: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = first; i < values.length; i += step) {
    low = Math.min(low, values[i] as number);
    high = Math.max(high, values[i] as number);
  }
  const margin = room * (high - low) || 1;
  return [low - margin, high + margin];
}

/** The part of the plane that is shown, a square where both inputs are of a kind; of a line, y is what is predicted. */
export function domainOf({ features, inputs, numbers, wanted }: Dataset): [number, number, number, number] {
  if (features.length === 1)
    return [...ends(inputs, 0, 1, 0.04), ...ends(wanted.length > 0 ? numbers : inputs, 0, 1, 0.12)];
  return [...ends(inputs, 0, 2, 0.08), ...ends(inputs, 1, 2, 0.08)];
}

/** Samples of validation that are looked at one by one. */
const most = 400;

export function sightOf(common: Common): Sight {
  const { raw, standard, settings, split } = common;
  const shape = sightShape(raw);
  if (shape === 'samples') {
    const { inputs } = seenData(common);
    const ins = raw.features.length;
    const rows = split.validation.subarray(0, most);
    const taken = new Float64Array(rows.length * ins);
    rows.forEach((row, s) => taken.set(inputs.subarray(row * ins, (row + 1) * ins), s * ins));
    return { kind: 'samples', inputs: taken };
  }
  return {
    kind: 'grid',
    domain: domainOf(raw),
    isLine: shape === 'line',
    times: settings.sabotages.includes('inputs') ? 1000 : 1,
    ...(standard && { standard }),
  };
}
