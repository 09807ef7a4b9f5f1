import type { TrainSpec } from '../train/spec.ts';
import { mainPlane } from './main.ts';
import { type Plane, project } from './plane.ts';
import { randomPlane } from './random.ts';
import { domainAround, lossSlice, type Slice } from './slice.ts';

/** How the plane is laid: along the main directions of what was recorded, or along two random ones. */
export type SliceKind = 'main' | 'random';

export interface SliceAsk {
  readonly spec: TrainSpec;
  readonly kind: SliceKind;
  /** The parameters that the plane goes through. */
  readonly trained: Float64Array;
  /** The recorded parameters of each training, in order. */
  readonly paths: readonly (readonly Float64Array[])[];
  /** Losses along a side. */
  readonly side: number;
}

/** A path on the plane: a and b of each of its points. */
export interface PathOnPlane {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

export interface SlicePicture {
  readonly slice: Slice;
  readonly paths: readonly PathOnPlane[];
  /** Share of all squared distances from the trained parameters that lies in the plane. */
  readonly kept: number;
}

/** Two random directions are shown as far as they are usually drawn: their length is that of the weights. */
const reach: Slice['domain'] = [-1, 1, -1, 1];

const planeOf = ({ kind, spec, trained, paths }: SliceAsk): Plane =>
  kind === 'main' ? mainPlane(paths.flat(), trained) : randomPlane(spec.shape, trained, spec.seed);

/** The slice with the paths projected on it. Throws RangeError where main directions cannot be found. */
export function slicePicture(ask: SliceAsk): SlicePicture {
  const plane = planeOf(ask);
  let [inside, all] = [0, 0];
  const paths = ask.paths.map((points): PathOnPlane => {
    const [a, b] = [new Float64Array(points.length), new Float64Array(points.length)];
    points.forEach((point, i) => {
      const projected = project(plane, point);
      [a[i], b[i]] = [projected.a, projected.b];
      const distance = point.reduce((sum, value, k) => sum + (value - (plane.origin[k] as number)) ** 2, 0);
      inside += projected.kept * distance;
      all += distance;
    });
    return { a, b };
  });
  const points = paths.flatMap(({ a, b }) => Array.from(a, (value, i) => ({ a: value, b: b[i] as number })));
  const domain = ask.kind === 'main' ? domainAround(points) : reach;
  const slice = lossSlice(ask.spec, plane, domain, ask.side, ask.side);
  return { slice, paths, kept: all === 0 ? 1 : inside / all };
}
