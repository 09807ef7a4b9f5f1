import type { Slice } from '../../../network/slice/slice.ts';
import { type Reading, readScene, type Scene } from '../../../state/scene.ts';

/** The formula of a slice as the surface of the race, which starts where the trainings did. */
export const withSlice =
  (formula: string, domain: Slice['domain'], start: readonly [number, number]) =>
  (scene: Scene): Reading =>
    readScene({ surface: { formula, params: {}, domain: [...domain] }, start: [...start] }, scene);
