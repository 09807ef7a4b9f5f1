import type { Scene } from './schema.ts';
import { surfaceIn } from './surface.ts';

/** Whether the runs of a scene depend on its seed: by Gaussian noise, or by batches of fewer rows than there are. */
export function isNoisy({ noise, batch, surface }: Pick<Scene, 'noise' | 'batch' | 'surface'>): boolean {
  const rows = batch === undefined ? 0 : (surfaceIn({ surface }).samples?.rows.length ?? 0);
  return noise > 0 || (batch !== undefined && batch < rows);
}
