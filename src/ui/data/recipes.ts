import type { Row } from '../../../surfaces/surface.ts';
import { playback } from '../../state/playback.ts';
import { type DataSurface, hasOwnData, readScene, type Scene, withSurfaceChanged } from '../../state/scene.ts';
import { change } from '../../state/store.ts';

type Recipe = (scene: Scene) => Scene;

/** What is chosen about a surface of data besides its rows. */
export type Form = Pick<DataSurface, 'loss' | 'standardised'>;

/** The form that a first table gets. */
const firstForm: Form = { loss: 'squared', standardised: true };

export const formIn = ({ surface }: Scene): Form => (hasOwnData(surface) ? surface : firstForm);

const withPart =
  (part: Partial<Pick<DataSurface, 'data' | 'loss' | 'standardised'>>): Recipe =>
  (scene) => {
    const { scene: read } = readScene({ surface: part }, scene);
    return hasOwnData(scene.surface) ? withSurfaceChanged(scene, read.surface) : read;
  };

/** The surface of some rows, in a form that they can have; what nobody has set yet suits them. */
export const withRows = (rows: readonly Row[], { loss, standardised }: Form): Recipe =>
  withPart({ data: rows.map(([t, u]) => [t, u]), loss, standardised });

export const withLoss = (loss: Form['loss']): Recipe => withPart({ loss });

export const withStandardised = (standardised: boolean): Recipe => withPart({ standardised });

/** Changes the surface and stays at the step that is shown. */
export function changeHere(recipe: Recipe, group?: string): void {
  const { position } = playback;
  change(recipe, group);
  playback.seek(position);
}

/** Rows as a table to edit: a row a line. */
export const printedRows = (rows: readonly Row[]): string => rows.map(([t, u]) => `${t}, ${u}`).join('\n');
