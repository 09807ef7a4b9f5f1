import type { Fan } from '../../engine/fan/fan.ts';
import { pointsOf } from '../../engine/points.ts';
import type { Language } from '../../formula/text.ts';
import type { Scene } from '../../state/scene.ts';
import { place } from '../../state/status.ts';
import { surfaceIn } from '../../state/surface.ts';
import { type Look, looksOf } from '../chart/look.ts';
import type { Cell } from './order.ts';

const fanColumns = ['name', 'median', 'low', 'high', 'converged', 'unsettled', 'diverged', 'settled'] as const;
export type FanColumn = (typeof fanColumns)[number];

/** The columns of the table of fans, in order; of one minimum it need not be said that runs settled there. */
export const fanColumnsOf = (scene: Scene): readonly FanColumn[] =>
  surfaceIn(scene).minima.length > 1 ? fanColumns : fanColumns.filter((column) => column !== 'settled');

/** One fan in the table. */
export interface FanRow {
  readonly look: Look;
  /** Final losses; Infinity where the run has none. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many runs settled, are still under way, and went astray: off the map, or to where the loss has no value. */
  readonly converged: number;
  readonly unsettled: number;
  readonly diverged: number;
  /** How many runs settled at which minimum: "31 at (3, 2)"; empty where the surface has only one. */
  readonly settled: string;
}

export const fanCellOf = (row: FanRow, column: FanColumn): Cell => (column === 'name' ? row.look.name : row[column]);

/** `at`: how a language says that so many runs settled at a place. */
export function fanRowsOf(
  scene: Scene,
  fans: readonly Fan[],
  theme: 'light' | 'dark',
  language: Language,
  at: (count: number, place: string) => string,
): readonly FanRow[] {
  const { minima, values } = surfaceIn(scene);
  const places = pointsOf(minima, values).map(({ x, y }) => place(x, y));
  return fans.flatMap(({ id, finalLoss, outcomes, settled }): FanRow[] => {
    const [look] = looksOf(scene, [{ id }], theme, language);
    if (look === undefined) return [];
    const { converged, budget: unsettled, diverged, undefined: lost } = outcomes;
    const where = settled.flatMap((count, i) => (count > 0 && places.length > 1 ? at(count, places[i] ?? '') : []));
    return [{ look, ...finalLoss, converged, unsettled, diverged: diverged + lost, settled: where.join(' · ') }];
  });
}
