import type { Fan } from '../../engine/fan/fan.ts';
import { type Share, shares } from '../../engine/fan/quantiles.ts';
import type { Ghost } from '../ghosts.ts';

/**
 * The runs by which fans are told, as ghosts of the optimizer's run: the median one, and where one optimizer is looked
 * at, or is the only one, those at 10% and 90% too. Three paths of each of six would hide the bundles that they explain.
 */
export const fanGhosts = (fans: readonly Fan[], lookedAt: string | null | undefined): Ghost[] =>
  fans.flatMap(({ id, paths }) =>
    (Object.keys(shares) as Share[])
      .filter((share) => share === 'median' || fans.length === 1 || id === lookedAt)
      .map((kind) => ({ key: `${id} ${kind}`, id, kind, run: paths[kind] })),
  );
