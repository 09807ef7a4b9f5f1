type Domain = readonly [number, number, number, number];

/**
 * The box that a surface is drawn in, in world units: x of the domain runs along +X, y along −Z, height along +Y from 0
 * to `rise`. The longer side of the domain is 2 long, and its centre is at the origin.
 */
export interface Box {
  readonly domain: Domain;
  /** World units per unit of x and of y. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Half the sides along X and Z. */
  readonly halfX: number;
  readonly halfZ: number;
  readonly rise: number;
}

/** Height of the surface's highest point, beside a longer side of 2. */
export const rise = 0.7;

/** How far below the surface's rim its skirt hangs, and the ground lies below the lowest point. */
export const skirtDepth = 0.12;

/** A domain narrower than this is drawn wider, as x and y then have different units anyway. */
const narrowest = 0.55;

export function boxOf(domain: Domain): Box {
  const width = domain[1] - domain[0];
  const depth = domain[3] - domain[2];
  const longer = Math.max(width, depth);
  const halfX = Math.max(narrowest, width / longer);
  const halfZ = Math.max(narrowest, depth / longer);
  return { domain, scaleX: (2 * halfX) / width, scaleY: (2 * halfZ) / depth, halfX, halfZ, rise };
}

export const worldX = ({ domain: [x0, x1], scaleX }: Box, x: number): number => (x - (x0 + x1) / 2) * scaleX;
export const worldZ = ({ domain: [, , y0, y1], scaleY }: Box, y: number): number => ((y0 + y1) / 2 - y) * scaleY;
export const domainX = ({ domain: [x0, x1], scaleX }: Box, x: number): number => (x0 + x1) / 2 + x / scaleX;
export const domainY = ({ domain: [, , y0, y1], scaleY }: Box, z: number): number => (y0 + y1) / 2 - z / scaleY;
