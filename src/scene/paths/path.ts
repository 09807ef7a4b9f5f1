import { type Color, Group, Mesh, type ShaderMaterial } from 'three';
import type { Run } from '../../engine/run.ts';
import { drapeRun, emptyDrape, type Drape } from '../geometry/drape.ts';
import type { View } from '../geometry/view.ts';
import { createLine } from './geometry.ts';
import { lineMaterial, lineUniforms, type sharedUniforms } from './material.ts';

/** How a path looks. */
export interface PathStyle {
  readonly colour: string;
  readonly halo: string;
  /** Line, gap, … in line widths; [] is solid. */
  readonly dash: readonly number[];
  /** Line width in device pixels. */
  readonly width: number;
  /** 0 … 1; below 1 where another path is highlighted. */
  readonly strength: number;
  /** Drawn later, and so on top, the higher it is. */
  readonly rank: number;
}

/** One optimizer's path on the surface: its halo, its line, and the part that the surface hides. */
export interface Path {
  readonly object: Group;
  readonly drape: Drape;
  readonly run: Run | undefined;
  readonly style: PathStyle | undefined;
  setRun(run: Run, view: View): void;
  setStyle(style: PathStyle): void;
  /** Shows the path up to a position in steps; nothing is uploaded. */
  setPosition(position: number): void;
  /** Device pixels per world unit, for the dashes. */
  setPixelsPerUnit(pixels: number): void;
  dispose(): void;
}

/** How strong the part behind the surface is drawn. */
const behind = 0.4;
const ranks = { hidden: 10, halo: 40, line: 70 };

export function createPath(place: number, shared: ReturnType<typeof sharedUniforms>): Path {
  const shape = createLine();
  const line = lineUniforms(shape.points);
  const drape = emptyDrape();
  const layers = (['hidden', 'halo', 'line'] as const).map((layer) => {
    const mesh = new Mesh(shape.geometry, lineMaterial(layer, place, shared, line));
    mesh.frustumCulled = false;
    return { layer, mesh };
  });
  const object = new Group();
  object.add(...layers.map(({ mesh }) => mesh));
  const uniformsOf = (mesh: Mesh<typeof shape.geometry, ShaderMaterial>) => mesh.material.uniforms;
  let current: Run | undefined;
  let style: PathStyle | undefined;
  let width = 1;
  return {
    object,
    drape,
    get run() {
      return current;
    },
    get style() {
      return style;
    },
    setRun(run, view) {
      const { x, y } = run.columns as { x: Float64Array; y: Float64Array };
      drapeRun(drape, x, y, run.steps, view.box, view.field, view.surface.values, view.height);
      shape.upload(drape);
      current = run;
    },
    setStyle(next) {
      style = next;
      const { colour, halo, dash, strength, rank } = next;
      width = next.width;
      const [a = 0, b = 0, c = 0, d = 0] = dash;
      line.dash.value.set(a, b, c, d);
      for (const { layer, mesh } of layers) {
        const uniforms = uniformsOf(mesh);
        (uniforms['colour'] as { value: Color }).value.setStyle(layer === 'halo' ? halo : colour, '');
        (uniforms['width'] as { value: number }).value = layer === 'halo' ? width * 1.95 : width;
        (uniforms['opacity'] as { value: number }).value = strength * (layer === 'hidden' ? behind : 1);
        mesh.renderOrder = ranks[layer] + rank;
        mesh.visible = layer !== 'halo' || strength === 1;
      }
    },
    setPosition(position) {
      const at = Math.min(Math.max(position, 0), drape.steps);
      const step = Math.min(Math.floor(at), Math.max(0, drape.steps - 1));
      const from = drape.offsets[step] as number;
      const to = drape.offsets[Math.min(step + 1, drape.steps)] as number;
      const reach = Math.min(from + (at - step) * (to - from), drape.count - 1);
      const whole = Math.floor(reach);
      shape.show(Math.max(0, Math.ceil(reach)));
      line.last.value = whole;
      line.tip.value = reach - whole;
    },
    setPixelsPerUnit(pixels) {
      line.perWidth.value = pixels / width;
    },
    dispose() {
      shape.dispose();
      for (const { mesh } of layers) mesh.material.dispose();
      object.removeFromParent();
    },
  };
}
