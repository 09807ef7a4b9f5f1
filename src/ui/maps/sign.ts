import type { Trials } from '../../state/maps/trials.ts';

export type SignKind = Trials['way'] | 'here' | 'limit' | 'ring';

const ring = 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z';

/** Signs upon maps and in their keys, of half-width 1: crosses for what is laid out, rings for what is coarse, discs for the rest. */
export const signs: Readonly<Record<SignKind, string>> = {
  grid: 'M-1-1L1 1M-1 1L1-1',
  random: ring,
  coarse: ring,
  fine: ring,
  here: 'M-1 0H1M0-1V1',
  limit: 'M-1 0H-.35M.35 0H1',
  ring,
};

export const isDisc = (kind: SignKind): boolean => kind === 'random' || kind === 'fine';

/** White with a dark edge, on whatever lies below; widths in em. */
export const signInks = [
  ['rgb(0 0 0 / 75%)', 0.3],
  ['#ffffff', 0.14],
] as const;

const pathOf = (kind: SignKind): Path2D => new Path2D(signs[kind]);

/** A sign about a place, of half-width `reach` em. */
export function drawSign(
  context: CanvasRenderingContext2D,
  kind: SignKind,
  [x, y]: readonly [number, number],
  reach: number,
  em: number,
): void {
  const path = pathOf(kind);
  context.save();
  context.translate(x, y);
  context.scale(reach * em, reach * em);
  context.setLineDash([]);
  for (const [ink, width] of signInks) {
    context.strokeStyle = ink;
    context.lineWidth = width / reach;
    context.stroke(path);
  }
  context.fillStyle = '#ffffff';
  if (isDisc(kind)) context.fill(path);
  context.restore();
}
