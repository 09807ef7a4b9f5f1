import type { Mesh } from 'three';
import { describe, expect, it } from 'vitest';
import { type Drape, drapeRun, emptyDrape, stride } from '../../src/scene/geometry/drape.ts';
import { viewOf } from '../../src/scene/geometry/view.ts';
import { createMarks } from '../../src/scene/paths/marks.ts';
import { sharedUniforms } from '../../src/scene/paths/material.ts';
import { initialScene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { drawChanges } from '../../src/ui/contour/drawChanges.ts';
import { trailOf } from '../../src/ui/contour/trail.ts';

const scene = initialScene('himmelblau');
const run = simulations()
  .of(scene)
  .runs.find(({ id }) => id === 'momentum');
if (run === undefined) throw new Error('momentum takes part');
const { x, y } = run.columns as { x: Float64Array; y: Float64Array };

describe('rings where an optimizer was changed', () => {
  it('stand on its path in 3D, at the rows that the path has', () => {
    const view = viewOf(surfaceIn(scene));
    const drape: Drape = emptyDrape();
    drapeRun(drape, x, y, run.steps, view.box, view.field, view.surface.values, view.height);
    const marks = createMarks(sharedUniforms());
    const look = { colour: '#ff0000', strength: 0.5 };
    marks.set([{ drape, rows: [10, 40, run.steps + 1], ...look }], '#ffffff', 9);
    const { geometry } = marks.object.children[0] as Mesh;
    expect(geometry.drawRange.count).toBe(2);
    const placeOf = (row: number): Float32Array => {
      const at = (drape.offsets[row] as number) * stride;
      return drape.points.subarray(at, at + 3);
    };
    const places = geometry.getAttribute('position').array;
    expect(places.slice(0, 6)).toEqual(Float32Array.of(...placeOf(10), ...placeOf(40)));
    expect([...geometry.getAttribute('row').array.slice(0, 2)]).toEqual([10, 40]);
    expect([...geometry.getAttribute('tint').array.slice(0, 4)]).toEqual([1, 0, 0, 0.5]);
    expect(marks.object.visible).toBe(true);
    marks.set([{ drape: { ...drape, cut: 40 }, rows: [10, 40], ...look }], '#ffffff', 9);
    expect(geometry.drawRange.count).toBe(1);
    marks.set([], '', 1);
    expect(marks.object.visible).toBe(false);
  });

  it('stand on its path on the map, as far as the path is drawn', () => {
    const plane = { domain: surfaceIn(scene).domain, left: 0, top: 0, width: 300, height: 300 };
    const trail = trailOf(run, plane, 0);
    const ink = { ground: '', text: '', quiet: '', line: '', family: '', em: 16 };
    const drawn = (position: number): [number, number][] => {
      const rings: [number, number][] = [];
      const nothing = (): void => undefined;
      const context = { arc: (across: number, down: number) => rings.push([across, down]) };
      const pen = new Proxy(context, { get: (of, name) => Reflect.get(of, name) ?? nothing, set: () => true });
      drawChanges(pen as unknown as CanvasRenderingContext2D, plane, trail, [5, 20], position, { colour: '', strength: 1 }, ink); // prettier-ignore
      return rings;
    };
    const at = (row: number): [number, number] => [trail.x[row] as number, trail.y[row] as number];
    expect(drawn(4.9)).toEqual([]);
    expect(drawn(5)).toEqual([at(5)]);
    expect(drawn(50)).toEqual([at(5), at(20)]);
  });
});
