import type { SlicePicture } from '../../../network/slice/picture.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { rateOf } from '../../../state/network/spec.ts';
import { type Reading, readScene, type Scene } from '../../../state/scene.ts';

/** Points of a path that a link can carry. */
const most = 24;

const short = (value: number): number => Number(value.toPrecision(4));

/** The paths of the trainings with fewer points and digits: their ends, and others evenly between them. */
const recordedOf = ({ paths, kept }: SlicePicture, ids: readonly string[]) => ({
  kept: Math.min(1, Math.max(0, short(kept))),
  paths: paths.flatMap(({ a, b }, i) => {
    const id = ids[i];
    if (id === undefined || a.length === 0) return [];
    const count = Math.min(most, a.length);
    const rows = Array.from({ length: count }, (_, k) => Math.round((k * (a.length - 1)) / Math.max(1, count - 1)));
    return [{ id, points: rows.map((row) => [short(a[row] as number), short(b[row] as number)]) }];
  }),
});

/**
 * The formula of a slice as the surface of the race, which starts where the trainings did and has their learning rates:
 * main directions have the scale of the parameters. Their paths lie on it.
 */
export const withSlice =
  (formula: string, picture: SlicePicture, ids: readonly string[]) =>
  (scene: Scene): Reading => {
    const path = picture.paths.find(({ a }) => a.length > 0);
    const start = [path?.a[0] ?? 0, path?.b[0] ?? 0].map(short);
    const optimizers = scene.optimizers.map((runner) => ({ ...runner, lr: rateOf(networkIn(scene), runner) }));
    const surface = {
      formula,
      params: {},
      domain: [...picture.slice.domain],
      recorded: recordedOf(picture, ids),
    };
    return readScene({ surface, start, optimizers }, scene);
  };
