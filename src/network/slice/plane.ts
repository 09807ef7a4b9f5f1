/** A plane in the space of parameters: origin + a·u + b·v. */
export interface Plane {
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** A point of the plane, and the share of its squared distance from the origin that lies in the plane (1 at the origin). */
export interface Projected {
  readonly a: number;
  readonly b: number;
  readonly kept: number;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The parameters at a place of the plane. */
export const at = ({ origin, u, v }: Plane, a: number, b: number): Float64Array =>
  origin.map((value, i) => value + a * (u[i] as number) + b * (v[i] as number));

/** The point of the plane that is nearest to some parameters: the least squares of their distance from the origin in u and v. */
export function project({ origin, u, v }: Plane, parameters: Float64Array): Projected {
  const from = parameters.map((value, i) => value - (origin[i] as number));
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const [ux, vx, xx] = [dot(u, from), dot(v, from), dot(from, from)];
  const determinant = uu * vv - uv * uv;
  const a = (ux * vv - vx * uv) / determinant;
  const b = (vx * uu - ux * uv) / determinant;
  return { a, b, kept: xx === 0 ? 1 : (a * ux + b * vx) / xx };
}
