import { chosenMaps, usualAxis } from '../../state/maps/chosen.ts';
import { checkAxis } from '../../state/maps/range.ts';
import { probeStore, say, setProbe } from '../../state/maps/probe.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { partOf, placeOn, type SweepAxis, valueOn } from '../../sweep/axis.ts';
import { textNow } from '../useText.ts';
import { withMaps } from './recipes.ts';

type Axes = readonly [SweepAxis, SweepAxis];
type Place = readonly [across: number, up: number];

/** As a share of an axis. */
const rounding = 1e-9;

/** Shows the maps over all of their axes. */
export const withWhole = withMaps({ area: undefined, x: undefined, y: undefined });

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

/** A map's axes as far as they reach where nobody chose a part of them. */
export const wholeAxes = (scene: Scene, runner: Runner, axes: Axes): Axes =>
  axes.map((axis) => ({ ...usualAxis(scene, runner, axis.name), scale: axis.scale })) as [SweepAxis, SweepAxis];

/** Zooms without a pointer: about a place, which the probe keeps, and out to the whole; both are said. */
export const zooming = (scene: Scene, axes: Axes, whole: Axes, show: (axes: Axes) => (scene: Scene) => Scene) => ({
  zoomBy(factor: number, about: Place): void {
    const next = axes.map((axis, i) => zoomedAxis(axis, about[i] as number, factor, whole[i] as SweepAxis)) as unknown as Axes; // prettier-ignore
    const usual = chosenMaps(withWhole(scene));
    const isWhole = [usual.area, usual.axes].some((each) => JSON.stringify(each) === JSON.stringify(next));
    change(isWhole ? withWhole : show(next));
    if (probeStore.getState().probe !== null) {
      const [across, up] = next.map((axis, i) => placeOn(axis, valueOn(axes[i] as SweepAxis, about[i] as number)));
      setProbe({ across: across as number, up: up as number });
    }
    const { maps, contour } = textNow();
    say(maps.shown(next.map(({ name, from, to }) => `${name.replace('start.', '')} ${contour.range(readable(from), readable(to))}`).join(', '))); // prettier-ignore
  },
  zoomOut(): void {
    change(withWhole);
    say(textNow().maps.whole);
  },
});
