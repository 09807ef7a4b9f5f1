import type { Curvature } from '../../engine/curvature.ts';
import type { Point } from '../../engine/points.ts';
import { lineOn, pathText, type Pixel, type Plot, plotLength } from './arrow.ts';
import type { Drawing, InkMark } from './inkMarks.ts';

/** Half the longer arm and the least half of the shorter one, in font sizes: the latter just sticks out of a marker. */
const reach = 4.2;
const least = 1.35;
const none: Drawing = { marks: [], notes: [], free: [] };

/**
 * The two directions of curvature as a cross on the surface: each arm along an eigenvector, its length in proportion to
 * 1/√|λ|, as in the ellipse on which a quadratic has one value, so that the longer arm is the flatter way. The longer has
 * a fixed length in the picture; where the curvature is not finite, or none, nothing is drawn.
 */
export function drawCurvature({ eigenvalues, eigenvectors }: Curvature, at: Point, plot: Plot, em: number): Drawing {
  if (!eigenvalues.every(Number.isFinite) || eigenvalues.every((value) => value === 0)) return none;
  const sizes = eigenvalues.map((value) => 1 / Math.sqrt(Math.abs(value)));
  const arms = eigenvectors.map(([x, y], i) => {
    const pixels = (sizes[i] as number) * plotLength(plot, { x, y });
    return { x, y, pixels };
  });
  const longest = Math.max(...arms.map(({ pixels }) => pixels));
  const marks = arms.flatMap(({ x, y, pixels }, i): InkMark[] => {
    const share = longest === Infinity ? (pixels === Infinity ? 1 : 0) : pixels / longest;
    const half = Math.max(least, reach * share) * em;
    const scale = half / plotLength(plot, { x, y });
    const arm = (way: 1 | -1): readonly Pixel[] =>
      lineOn(plot, at, { x: way * x * scale, y: way * y * scale })?.points ?? [];
    const d = pathText([...[...arm(-1)].reverse(), ...arm(1)]);
    return d === '' ? [] : [{ kind: (eigenvalues[i] as number) < 0 ? 'downward' : 'upward', d }];
  });
  return { ...none, marks };
}
