import type { SurfaceId } from '../../../surfaces/catalog.ts';
import { chosenMaps, usualAxis } from '../../state/maps/chosen.ts';
import { checkAxis } from '../../state/maps/range.ts';
import { probeStore, sayOfMaps, setProbe } from '../../state/maps/probe.ts';
import { type Runner, type Scene, withSurface } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { partOf, placeOn, type SweepAxis, valueOn } from '../../sweep/axis.ts';
import { textNow } from '../useText.ts';
import { withArea, withAxes, withMaps } from './recipes.ts';

type Axes = readonly [SweepAxis, SweepAxis];
type Place = readonly [across: number, up: number];

/** As a share of an axis. */
const rounding = 1e-9;

/** A map's axes as far as they reach where nobody chose a part of them, on its scales where these reach so far. */
export const wholeAxes = (scene: Scene, runner: Runner, axes: Axes): Axes =>
  axes.map(({ name, scale }) => {
    const usual = usualAxis(scene, runner, name);
    return checkAxis({ ...usual, scale }) === undefined ? { ...usual, scale } : usual;
  }) as [SweepAxis, SweepAxis];

export const isSame = (one: Axes, other: Axes): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Shows the maps over all of their axes; axes that are none but the usual are not written, and go with the rate. */
export function withWhole(scene: Scene): Scene {
  const { kind, runner, axes } = chosenMaps(scene);
  if (kind !== 'hyper' || runner === undefined) return withArea(undefined)(scene);
  const whole = wholeAxes(scene, runner, axes);
  const usual = withMaps({ x: undefined, y: undefined })(scene);
  return isSame(chosenMaps(usual).axes, whole) ? usual : withAxes(whole)(scene);
}

/** Another surface, with its maps over all of their axes: of two settings the same two. */
export function withSurfaceMapped(scene: Scene, id: SurfaceId): Scene {
  const { kind, x, y } = scene.maps ?? {};
  const moved = withSurface(scene, id);
  return kind === 'hyper' ? withWhole(withMaps({ x, y })(moved)) : moved;
}

/** Whether the maps are shown over all of their axes. */
export function isWhole(scene: Scene): boolean {
  const [now, whole] = [chosenMaps(scene), chosenMaps(withWhole(scene))];
  return isSame(now.area, whole.area) && isSame(now.axes, whole.axes);
}

/**
 * An axis `factor` times as wide, on which what was at a place stays there; no wider than the whole, beside which it may
 * then be nearer to an end. The axis as it was where there are no numbers between its ends.
 */
export function zoomedAxis(
  axis: SweepAxis,
  place: number,
  factor: number,
  whole: Pick<SweepAxis, 'from' | 'to'>,
): SweepAxis {
  const { from, to } = partOf(axis, place - place * factor, place + (1 - place) * factor);
  const ends = { ...axis, from: Math.min(axis.from, whole.from), to: Math.max(axis.to, whole.to) };
  const isOut = factor > 1;
  const next = {
    ...axis,
    from: isOut && placeOn(ends, from) < rounding ? ends.from : from,
    to: isOut && placeOn(ends, to) > 1 - rounding ? ends.to : to,
  };
  return checkAxis(next) === undefined ? next : axis;
}

/** Zooms without a pointer: about a place, which the probe keeps, and out to the whole; both are said. */
export const zooming = (scene: Scene, axes: Axes, whole: Axes, show: (axes: Axes) => (scene: Scene) => Scene) => ({
  zoomBy(factor: number, about: Place): void {
    const next = axes.map((axis, i) => zoomedAxis(axis, about[i] as number, factor, whole[i] as SweepAxis)) as unknown as Axes; // prettier-ignore
    const shown = show(next);
    change(isWhole(shown(scene)) ? withWhole : shown);
    if (probeStore.getState().probe !== null) {
      const [across, up] = next.map((axis, i) => placeOn(axis, valueOn(axes[i] as SweepAxis, about[i] as number)));
      setProbe({ across: across as number, up: up as number });
    }
    const { maps, contour } = textNow();
    sayOfMaps(maps.shown(next.map(({ name, from, to }) => `${name.replace('start.', '')} ${contour.range(readable(from), readable(to))}`).join(', '))); // prettier-ignore
  },
  zoomOut(): void {
    change(withWhole);
    sayOfMaps(textNow().maps.whole);
  },
});
