import type { Text } from '../../formula/text.ts';
import type { TrainSpec } from '../train/spec.ts';
import { mainPlane } from './main.ts';
import { nearStart } from './near.ts';
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

/** A path on the plane: a and b of each of its points; of a path that is left out, none. */
export interface PathOnPlane {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

export interface SlicePicture {
  readonly slice: Slice;
  readonly paths: readonly PathOnPlane[];
  /** Share of all squared distances from the trained parameters that lies in the plane, of paths that are on it. */
  readonly kept: number;
  /** The places of the paths that are left out, since they went so far that nothing else could be seen. */
  readonly far: readonly number[];
}

/** Two random directions are shown as far as they are usually drawn: their length is that of the weights. */
const reach: Slice['domain'] = [-1, 1, -1, 1];

/** Why there is no slice. */
const faults = {
  diverged: {
    en: 'The chosen network diverged: nothing is to be seen around it. Choose another network, or an earlier epoch.',
    zh: '所选网络已发散，它周围没有可看的内容。请选择另一个网络或更早的轮次。',
  },
  line: {
    en: 'So far the trainings lie on one line and have no two main directions: train on, or take random directions.',
    zh: '到目前为止，各次训练都在一条直线上，没有两个主方向：请继续训练，或改用随机方向。',
  },
} as const satisfies Record<string, Text>;

export type SliceAnswer = SlicePicture | { readonly fault: Text };

/** The plane of a slice; undefined where the points have no main directions. */
function planeOf({ kind, spec, trained }: SliceAsk, points: readonly Float64Array[]): Plane | undefined {
  if (kind === 'random') return randomPlane(spec.shape, trained, spec.seed);
  try {
    return mainPlane(points, trained);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The slice with the paths projected on it, those left out that diverged; or why there is none. */
export function slicePicture(ask: SliceAsk): SliceAnswer {
  const isNear = nearStart(ask.paths);
  const near = ask.paths.map((points) => (points.every(isNear) ? points : []));
  if (!isNear(ask.trained) || near.flat().length === 0) return { fault: faults.diverged };
  const plane = planeOf(ask, near.flat());
  if (plane === undefined) return { fault: faults.line };
  let [inside, all] = [0, 0];
  const paths = near.map((points): PathOnPlane => {
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
  const far = near.flatMap(({ length }, i) => (length === 0 ? [i] : []));
  return { slice, paths, kept: all === 0 ? 1 : inside / all, far };
}
