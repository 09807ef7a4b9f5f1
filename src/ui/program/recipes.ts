import type { SurfaceId } from '../../../surfaces/catalog.ts';
import type { Example } from '../../state/backprop/examples.ts';
import { type Reading, readScene, type Scene, withSurface } from '../../state/scene.ts';
import { programInputs } from '../../state/typed.ts';

type Recipe = (scene: Scene) => Scene;

/** A typed program; inputs that it shares with the one before keep the numbers in `known`. */
export const withProgram =
  (program: string, known: Readonly<Record<string, number>>) =>
  (scene: Scene): Reading => {
    const names = programInputs(program).filter((name) => Object.hasOwn(known, name));
    const inputs = Object.fromEntries(names.map((name) => [name, known[name]]));
    return readScene({ backprop: { of: null, program, inputs } }, scene);
  };

export const withInput =
  (name: string, value: number): Recipe =>
  (scene) => ({
    ...scene,
    backprop: { ...scene.backprop, inputs: { ...scene.backprop?.inputs, [name]: value } },
  });

export const withProgramExample =
  ({ program, inputs }: Example): Recipe =>
  (scene) => ({ ...scene, backprop: { program, inputs: { ...inputs } } });

/** The surface's own formula, where an optimizer stands; the program is kept. */
export const withSurfaceGraph: Recipe = (scene) => ({ ...scene, backprop: { ...scene.backprop, of: 'surface' } });

/** The program again. */
export const withProgramGraph: Recipe = (scene) => {
  const { of: _, ...rest } = scene.backprop ?? {};
  return { ...scene, backprop: rest };
};

export const withSurfaceExample =
  (id: SurfaceId): Recipe =>
  (scene) =>
    withSurfaceGraph(withSurface(scene, id));
