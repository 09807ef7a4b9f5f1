/** A point or a direction in world units. */
export type Vector = readonly [x: number, y: number, z: number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const along = (origin: Vector, ...steps: readonly (readonly [Vector, number])[]): Vector => {
  let [x, y, z] = origin;
  for (const [direction, length] of steps) {
    x += direction[0] * length;
    y += direction[1] * length;
    z += direction[2] * length;
  }
  return [x, y, z];
};
