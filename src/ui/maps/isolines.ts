import { fieldOf } from '../../engine/field.ts';
import { heightIn } from '../../scene/geometry/height.ts';
import type { SurfaceInScene } from '../../state/surface.ts';
import { type Band, eachBand } from '../contour/contours.ts';
import { inTurn } from '../turns.ts';

/** Samples a side, and bands: fewer than in the playground, as here they are not the subject. */
const [detail, levels] = [80, 12];
/** Milliseconds of a frame. */
const slice = 4;

/** Isolines that lie over maps, made a few at a time. */
export interface Isolines {
  /** Those of a surface, as far as they are there; while its parameters move, those before. */
  of(surface: SurfaceInScene): readonly Band[];
  stop(): void;
}

const bandsIn = (surface: SurfaceInScene): Iterator<Band, undefined> => {
  const { formula, values, domain } = surface;
  const { unit } = heightIn(surface);
  const grid = { columns: detail, rows: detail };
  return eachBand(fieldOf(formula, Object.keys(values)), values, domain, unit, levels, grid);
};

const isLike = (one: SurfaceInScene, other: SurfaceInScene): boolean =>
  one.formula === other.formula && one.domain.join() === other.domain.join();

/** @param made called once what was asked for is there */
export function isolinesInTurn(made: () => void): Isolines {
  let wanted: SurfaceInScene | undefined;
  let shown: { readonly surface: SurfaceInScene; readonly bands: readonly Band[] } | undefined;
  let under: { readonly surface: SurfaceInScene; readonly rest: Iterator<Band, undefined>; bands: Band[] } | undefined;

  const begin = (): void => {
    if (wanted === undefined || wanted === shown?.surface) return;
    under = { surface: wanted, rest: bandsIn(wanted), bands: [] };
    turn.request();
  };
  const turn = inTurn(() => {
    if (under === undefined) return;
    const end = performance.now() + slice;
    do {
      const { done, value } = under.rest.next();
      if (done === true) {
        shown = under;
        under = undefined;
        made();
        begin();
        return;
      }
      under.bands.push(value);
    } while (performance.now() < end);
    turn.request();
  });

  return {
    of(surface) {
      wanted = surface;
      // One that was begun is made to its end, so that a drag shows some.
      if (under === undefined) begin();
      return shown !== undefined && isLike(shown.surface, surface) ? shown.bands : [];
    },
    stop() {
      turn.cancel();
      under = undefined;
    },
  };
}
