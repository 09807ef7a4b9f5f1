import { eigen } from './eigen.ts';
import { dot, type Plane } from './plane.ts';

/** A plane along main directions, with the share of the points' variance about the origin along each. */
export interface MainPlane extends Plane {
  readonly shares: readonly [number, number];
}

/** Points that the directions are found from; more are thinned. */
const most = 120;

const thinned = <T>(points: readonly T[]): readonly T[] => {
  const step = Math.ceil(points.length / most);
  return points.filter((_, i) => i % step === 0);
};

/**
 * The plane through trained parameters along the two main directions of recorded ones: the principal components of their
 * differences from the trained ones, u and v of length 1 and at right angles. From the eigenvectors e of the differences'
 * products, m×m for m points, since m is far smaller than the number of parameters: direction = Σ e_i·difference_i/√λ.
 * Li et al. 2018, arXiv:1712.09913, section 7.2. Throws RangeError where all points lie on a line.
 */
export function mainPlane(points: readonly Float64Array[], trained: Float64Array): MainPlane {
  const differences = thinned(points).map((point) => point.map((value, i) => value - (trained[i] as number)));
  const m = differences.length;
  const products = Float64Array.from({ length: m * m }, (_, at) =>
    dot(differences[Math.floor(at / m)] as Float64Array, differences[at % m] as Float64Array),
  );
  const found = eigen(products, m);
  const total = found.reduce((sum, { value }) => sum + value, 0);
  const [first, second] = found;
  if (first === undefined || second === undefined || !(second.value > 1e-14 * total))
    throw new RangeError('points: expected some that do not lie on one line through the trained parameters');
  const directions = [first, second].map(({ value, vector }) => {
    const direction = new Float64Array(trained.length);
    differences.forEach((difference, k) => {
      const weight = (vector[k] as number) / Math.sqrt(value);
      for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) + weight * (difference[i] as number); // prettier-ignore
    });
    return direction;
  }) as [Float64Array, Float64Array];
  return { origin: trained, u: directions[0], v: directions[1], shares: [first.value / total, second.value / total] };
}
