import { type Run } from '../../engine/run.ts';
import { simulate } from '../../engine/simulate.ts';
import { type ChosenMaps, chosenMaps, startAxes } from '../../state/maps/chosen.ts';
import { planOf } from '../../state/maps/plan.ts';
import { type Probe, sayOfMaps } from '../../state/maps/probe.ts';
import { floorOf } from '../../state/maps/floor.ts';
import type { Trials } from '../../state/maps/trials.ts';
import { type MapUnder, sweepsStore, wantMap } from '../../state/maps/sweeps.ts';
import { appearance } from '../../state/appearance.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { partOf, placeOn, type SweepAxis, valueOn } from '../../sweep/axis.ts';
import { settingOf } from '../../sweep/columns.ts';
import { settingsAlong } from '../../sweep/plan.ts';
import type { PlotBox } from '../drawTicks.ts';
import { boundaryOf } from './boundary.ts';
import { drawTrials } from './drawTrials.ts';
import type { MapSource } from './mountMap.ts';
import { byArrival, bySettings, lossScale, winnerAt } from './paint.ts';
import { pixelOf, outcomes } from './palette.ts';
import { withArea, withAxes, withStartAt, withSettings } from './recipes.ts';
import { isSame, wholeAxes, zooming } from './zoom.ts';
import { textNow } from '../useText.ts';

type Axes = readonly [SweepAxis, SweepAxis];

export const basinName = (id: string): string => `basin ${id}`;
export const hyperName = 'hyper';

const mapOf = (name: string, size: readonly [number, number]): MapUnder | undefined => {
  const found = sweepsStore.getState()[name];
  return found !== undefined && found.plan.size.join() === size.join() ? found : undefined;
};

/** The run of an optimizer at a place of a map, by the engine. */
export function runAt(scene: Scene, runner: Runner, maps: ChosenMaps, axes: Axes, { across, up }: Probe): Run {
  const plan = planOf(scene, runner, { axes, size: [1, 1], steps: maps.steps, tolerance: maps.tolerance });
  return simulate(runner.id, settingsAlong(plan).at(valueOn(axes[0], across), valueOn(axes[1], up)));
}

/** The scene whose run that is: of it the reasons hold for which the run stopped. */
export const sceneAt = (
  scene: Scene,
  { id }: Runner,
  { steps }: ChosenMaps,
  axes: Axes,
  { across, up }: Probe,
): Scene => withSettings(id, axes, [valueOn(axes[0], across), valueOn(axes[1], up)], steps)(scene);

const isPlace = (place: readonly [number, number]): boolean => place.every((value) => value >= 0 && value <= 1);

const startPlace = ({ start: [x, y] }: Scene, [across, up]: Axes): readonly [number, number] | undefined => {
  const place = [placeOn(across, x), placeOn(up, y)] as const;
  return isPlace(place) ? place : undefined;
};

/** A path over a map of starts, with a halo; it ends in a dot. */
export function drawRun(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  [across, up]: Axes,
  { columns, steps }: Run,
): void {
  const [xs, ys] = [columns['x'], columns['y']] as [Float64Array, Float64Array];
  const far = 1e5;
  const at = (row: number): readonly [number, number] => {
    const x = box.left + placeOn(across, xs[row] as number) * box.width;
    const y = box.top + (1 - placeOn(up, ys[row] as number)) * box.height;
    return [Math.min(far, Math.max(-far, x)), Math.min(far, Math.max(-far, y))];
  };
  const path = new Path2D();
  path.moveTo(...at(0));
  for (let row = 1; row <= steps; row += 1) path.lineTo(...at(row));
  context.lineJoin = 'round';
  for (const [colour, width] of [
    ['rgb(0 0 0 / 55%)', 4],
    ['#ffffff', 1.5],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
  context.beginPath();
  context.arc(...at(steps), 3, 0, 2 * Math.PI);
  context.fillStyle = '#ffffff';
  context.fill();
}

const taken = (what: string): void => sayOfMaps(textNow().maps.taken(what));

const withAreaOf = ([across, up]: Axes) => withArea([across.from, across.to, up.from, up.to]);

/** What maps of starts have in common. */
const ofStarts = (scene: Scene, { area, steps }: ChosenMaps) => ({
  axes: area,
  here: () => startPlace(scene, area),
  adopt(across: number, up: number): void {
    const [x, y] = [valueOn(area[0], across), valueOn(area[1], up)];
    change(withStartAt(x, y, steps));
    taken(`(${readable(x)}, ${readable(y)})`);
  },
  zoom([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
    const [across, up] = [partOf(area[0], x0, x1), partOf(area[1], y0, y1)];
    change(withAreaOf([across, up]));
  },
  ...zooming(scene, area, startAxes(surfaceIn(scene).domain), withAreaOf),
});

/** The starts of one optimizer. */
export const basinSource = (scene: Scene, maps: ChosenMaps, runner: Runner, over: MapSource['over']): MapSource => ({
  ...ofStarts(scene, maps),
  want: (size) =>
    wantMap(
      basinName(runner.id),
      planOf(scene, runner, { axes: maps.area, size, steps: maps.steps, tolerance: maps.tolerance }),
    ),
  painter(size) {
    const map = mapOf(basinName(runner.id), size);
    return map && byArrival(map.cells, maps.steps, appearance.getState().theme);
  },
  over,
});

/** Gradient evaluations of a step, by optimizer. */
const evaluationsOf = (scene: Scene, maps: ChosenMaps, runner: Runner): number =>
  runAt(scene, runner, { ...maps, steps: 1 }, maps.area, { across: 0.5, up: 0.5 }).evaluations;

const rgbOf = (hex: string) =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];

/** Who needs the fewest gradient evaluations from each start. */
export function winnerSource(scene: Scene, maps: ChosenMaps, over: MapSource['over']): MapSource {
  const evaluations = maps.runners.map((runner) => evaluationsOf(scene, maps, runner));
  return {
    ...ofStarts(scene, maps),
    want: () => {},
    painter(size) {
      const { theme } = appearance.getState();
      const shown = sweepsStore.getState();
      const own = maps.runners.map(({ id }) => shown[basinName(id)]);
      const [first] = own;
      // All of them have the same number of pixels, or are about to.
      if (first === undefined || own.some((map) => map?.plan.size.join() !== first.plan.size.join())) return undefined;
      const [width, height] = first.plan.size;
      const pixel = (at: number): number => {
        const [column, row] = [at % size[0], Math.floor(at / size[0])];
        return Math.floor(((row + 0.5) / size[1]) * height) * width + Math.floor(((column + 0.5) / size[0]) * width);
      };
      const all = own.map((map, i) => ({ cells: (map as MapUnder).cells, evaluations: evaluations[i] as number }));
      const colours = maps.runners.map((runner) => pixelOf(rgbOf(ruleIn(runner, scene.optimizers).mark[theme])));
      const nobody = pixelOf(outcomes.slow[theme]);
      return (at) => {
        const winner = winnerAt(all, pixel(at));
        return winner >= 0 ? (colours[winner] as number) : winner === -1 ? nobody : 0;
      };
    },
    over,
  };
}

/** Two settings of one optimizer. */
export function hyperSource(scene: Scene, maps: ChosenMaps, runner: Runner, trials: readonly Trials[]): MapSource {
  const { axes, colour, steps, tolerance } = maps;
  const plan = planOf(scene, runner, { axes, size: [1, 1], steps, tolerance });
  const floor = floorOf(scene);
  const boundary = boundaryOf(scene, runner, axes);
  return {
    axes,
    want: (size) => wantMap(hyperName, { ...plan, size }),
    painter(size) {
      const map = mapOf(hyperName, size);
      if (map === undefined) return undefined;
      return bySettings(map.cells, colour, { steps, share: lossScale(map.cells, floor) }, appearance.getState().theme);
    },
    signs(context, box, { em }) {
      for (const each of trials) drawTrials(context, box, em, each);
    },
    over(context, { left, top, width, height }, { em }) {
      if (boundary.length === 0) return;
      const path = new Path2D();
      boundary.forEach(([x, y], i) => path[i === 0 ? 'moveTo' : 'lineTo'](left + x * width, top + (1 - y) * height));
      for (const [ink, thick, dash] of [
        ['rgb(0 0 0 / 60%)', 0.33, []],
        ['#ffffff', 0.15, [0.5, 0.33]],
      ] as const) {
        context.setLineDash(dash.map((length) => length * em));
        context.strokeStyle = ink;
        context.lineWidth = thick * em;
        context.stroke(path);
      }
      context.setLineDash([]);
    },
    here() {
      const place = axes.map((axis) => placeOn(axis, settingOf(plan.settings, axis.name))) as [number, number];
      return isPlace(place) ? place : undefined;
    },
    adopt(across, up) {
      const values = [valueOn(axes[0], across), valueOn(axes[1], up)] as const;
      change((before) => {
        const next = withSettings(runner.id, axes, values, steps)(before);
        // Usual axes go with the rate; the map that is pointed at stays where it is.
        return isSame(chosenMaps(next).axes, axes) ? next : withAxes(axes)(next);
      });
      taken(axes.map(({ name }, i) => `${name} ${readable(values[i] as number)}`).join(', '));
    },
    zoom: ([x0, y0], [x1, y1]) => change(withAxes([partOf(axes[0], x0, x1), partOf(axes[1], y0, y1)])),
    ...zooming(scene, axes, wholeAxes(scene, runner, axes), withAxes),
  };
}
