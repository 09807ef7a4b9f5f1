import { type Field, fieldOf } from '../../engine/field.ts';
import { type Point, pointsOf } from '../../engine/points.ts';
import { sizeOf } from '../../formula/cost.ts';
import { heightIn, isolines } from '../../scene/geometry/height.ts';
import type { SurfaceInScene } from '../../state/surface.ts';
import { type Band, eachBand } from './contours.ts';

/** What the map shows of a surface, before it has a size. */
export interface SurfaceMap {
  readonly bands: readonly Band[];
  /** The lowest of the minima, and the others. */
  readonly lowest: readonly Point[];
  readonly minima: readonly Point[];
  readonly saddles: readonly Point[];
}

/** Samples a side while a surface changes under a slider, and once it has come to rest. */
const roughDetail = 58;
const fineDetail = 260;
/**
 * Nanoseconds that all samples may take, points that all outlines may have, and outlines of one band: to find which of
 * them are holes takes the square of their number.
 */
const mostTime = 3e7;
const mostPoints = 300_000;
const mostRings = 1000;

/** Bands on a grid as fine as was asked, or as the formula's length and the ruggedness of what it describes allow. */
function fineBands(
  detail: number,
  field: Field,
  values: Readonly<Record<string, number>>,
  domain: readonly [number, number, number, number],
  unit: (loss: number) => number,
): Band[] {
  const on = (side: number) => eachBand(field, values, domain, unit, isolines, { columns: side, rows: side });
  const least = Math.min(detail, roughDetail);
  const made = (side: number): Band[] => {
    const bands: Band[] = [];
    let points = 0;
    for (const band of on(side)) {
      bands.push(band);
      for (const ring of band.rings) points += ring.length / 2;
      // As if the bands to come were like these.
      const share = Math.min((mostPoints * bands.length) / (points * isolines), mostRings / band.rings.length);
      const isMuch = points > mostPoints || band.rings.length > mostRings;
      // Both grow with the square of the side at most.
      if (isMuch && side > least) return made(Math.max(least, Math.floor(side * Math.min(0.9, Math.sqrt(share)))));
    }
    return bands;
  };
  const affordable = Math.floor(Math.sqrt(mostTime / sizeOf([field.value]).time));
  return made(Math.max(least, Math.min(detail, affordable)));
}

/** The bands and marked points of a surface, sampled on `detail` × `detail` points at most. Throws FormulaError. */
export function surfaceMap(surface: SurfaceInScene, detail: number): SurfaceMap {
  const { formula, values, domain, minima, saddles } = surface;
  const field = fieldOf(formula, Object.keys(values));
  const scale = heightIn(surface);
  const places = pointsOf(minima, values);
  const losses = places.map(({ x, y }) => field.at(values, x, y).loss);
  const least = Math.min(...losses) + 1e-6 * (scale.hi - scale.lo);
  return {
    bands: fineBands(detail, field, values, domain, (loss) => scale.unit(loss)),
    lowest: places.filter((_, i) => (losses[i] as number) <= least),
    minima: places.filter((_, i) => (losses[i] as number) > least),
    saddles: pointsOf(saddles, values),
  };
}

/** Milliseconds without a change after which a surface is at rest. */
const rest = 180;

/** Keeps the map of the latest surface: rough while it changes, fine at rest. */
export interface SurfaceMaps {
  of(surface: SurfaceInScene): SurfaceMap;
  stop(): void;
}

/**
 * @param refined called when a rough map is about to be replaced by a fine one
 */
export function surfaceMaps(refined: () => void): SurfaceMaps {
  let current: { surface: SurfaceInScene; map: SurfaceMap; isRough: boolean } | undefined;
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    of(surface) {
      if (current?.surface === surface && !(current.isRough && isDue)) return current.map;
      const isRough =
        current !== undefined && current.surface !== surface && current.surface.formula === surface.formula;
      clearTimeout(timer);
      isDue = false;
      if (isRough)
        timer = setTimeout(() => {
          isDue = true;
          refined();
        }, rest);
      const map = surfaceMap(surface, isRough ? roughDetail : fineDetail);
      current = { surface, map, isRough };
      return map;
    },
    stop: () => clearTimeout(timer),
  };
}
