import { BufferAttribute, BufferGeometry } from 'three';

/** Cells along each side of the mesh: on a graphics card, and where the processor draws in place of one. */
export const fine = 320;
export const coarse = 96;

const geometryOf = (places: Float32Array, index: Uint32Array): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('place', new BufferAttribute(places, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
};

/** A flat grid over the unit square, so many cells along each side, to be lifted on the GPU. */
export function gridGeometry(cells: number): BufferGeometry {
  const side = cells + 1;
  const places = new Float32Array(side * side * 3);
  for (let i = 0; i < side * side; i += 1) {
    places[i * 3] = (i % side) / cells;
    places[i * 3 + 1] = Math.floor(i / side) / cells;
  }
  const index = new Uint32Array(cells * cells * 6);
  for (let row = 0, at = 0; row < cells; row += 1)
    for (let column = 0; column < cells; column += 1, at += 6) {
      const corner = row * side + column;
      index.set([corner, corner + 1, corner + side, corner + side, corner + 1, corner + side + 1], at);
    }
  return geometryOf(places, index);
}

/** A band around the unit square, its lower rim at depth 1. */
export function skirtGeometry(cells: number): BufferGeometry {
  const count = cells * 4;
  const places = new Float32Array((count + 1) * 6);
  for (let i = 0; i <= count; i += 1) {
    const [side, along] = [Math.floor(i / cells) % 4, (i % cells) / cells];
    const [x, y] = [
      [along, 0],
      [1, along],
      [1 - along, 1],
      [0, 1 - along],
    ][side] as [number, number];
    places.set([x, y, 0, x, y, 1], i * 6);
  }
  const index = new Uint32Array(count * 6);
  for (let i = 0; i < count; i += 1) {
    const corner = i * 2;
    index.set([corner, corner + 1, corner + 2, corner + 2, corner + 1, corner + 3], i * 6);
  }
  return geometryOf(places, index);
}
