import type { SweepAxis } from '../../sweep/axis.ts';
import type { Runner, Scene } from '../schema.ts';
import { runnersIn, toleranceIn } from '../settings.ts';
import { surfaceIn } from '../surface.ts';
import { axisQuantities, wholeAxis } from './axes.ts';
import type { MapColour, MapKind } from './schema.ts';

/** The optimizer whose settings are mapped: the chosen one, else the solo one, else Adam or the last of the scene. */
export function mapRunner(scene: Scene): Runner | undefined {
  const { maps, solo, optimizers } = scene;
  const find = (id: string | undefined): Runner | undefined => optimizers.find((runner) => runner.id === id);
  return find(maps?.optimizer) ?? find(solo) ?? find('adam') ?? optimizers.at(-1);
}

/** Names that the second axis is, where the rule has one of them. */
const second = ['mu', 'beta1', 'decay_rate'];
/** How far to both sides of the present rate its axis reaches. */
const reach = 300;

/** An axis as it is where nobody chose its range. */
export function usualAxis(scene: Scene, runner: Runner, name: string): SweepAxis {
  const axis = wholeAxis(axisQuantities(scene, runner), name);
  if (name === 'lr' && runner.lr > 0)
    return {
      ...axis,
      from: Number((runner.lr / reach).toPrecision(2)),
      to: Number((runner.lr * reach).toPrecision(2)),
    };
  return axis.scale === 'decay' ? { ...axis, to: Math.min(axis.to, 0.999) } : axis;
}

/** What the maps view shows, with nothing left out. */
export interface ChosenMaps {
  readonly kind: MapKind;
  readonly colour: MapColour;
  readonly steps: number;
  readonly tolerance: number;
  /** The optimizers whose starts are mapped. */
  readonly runners: readonly Runner[];
  readonly area: readonly [SweepAxis, SweepAxis];
  /** The optimizer whose settings are mapped, and which; undefined where the scene has none. */
  readonly runner: Runner | undefined;
  readonly axes: readonly [SweepAxis, SweepAxis];
}

/** The axes of a map of starts over a part of the plane. */
export const startAxes = ([x0, x1, y0, y1]: readonly [number, number, number, number]): [SweepAxis, SweepAxis] => [
  { name: 'start.x', from: x0, to: x1, scale: 'linear' },
  { name: 'start.y', from: y0, to: y1, scale: 'linear' },
];

function settingAxes(scene: Scene, runner: Runner): [SweepAxis, SweepAxis] {
  const quantities = axisQuantities(scene, runner);
  const known = (axis: SweepAxis | undefined): SweepAxis | undefined =>
    axis !== undefined && Object.hasOwn(quantities, axis.name) ? axis : undefined;
  const across = known(scene.maps?.x) ?? usualAxis(scene, runner, 'lr');
  const up = known(scene.maps?.y);
  if (up !== undefined && up.name !== across.name) return [across, up];
  const free = [...second, ...Object.keys(quantities)].find(
    (name) => Object.hasOwn(quantities, name) && name !== across.name,
  );
  return [across, usualAxis(scene, runner, free ?? 'start.x')];
}

export function chosenMaps(scene: Scene): ChosenMaps {
  const { maps = {} } = scene;
  const area = startAxes(maps.area ?? surfaceIn(scene).domain);
  const runner = mapRunner(scene);
  return {
    kind: maps.kind ?? 'basins',
    colour: maps.colour ?? 'loss',
    steps: maps.steps ?? scene.steps,
    tolerance: toleranceIn(scene),
    runners: runnersIn(scene),
    area,
    runner,
    axes: runner === undefined ? area : settingAxes(scene, runner),
  };
}
