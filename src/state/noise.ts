import type { Scene } from './schema.ts';

/** Whether the runs of a scene depend on its seed. */
export const isNoisy = ({ noise }: Pick<Scene, 'noise'>): boolean => noise > 0;
