import type { MapsSettings } from '../../state/maps/schema.ts';
import type { LrSchedule, MuSchedule, Scene } from '../../state/scene.ts';
import type { SweepAxis } from '../../sweep/axis.ts';
import { withParameter, withRunner } from '../panel/recipes.ts';

type Recipe = (scene: Scene) => Scene;

/** Other settings of the maps; undefined takes one away. */
export const withMaps =
  (settings: { readonly [K in keyof MapsSettings]?: MapsSettings[K] | undefined }): Recipe =>
  (scene) => {
    const all = Object.entries({ ...scene.maps, ...settings }).filter(([, value]) => value !== undefined);
    return { ...scene, maps: Object.fromEntries(all) as MapsSettings };
  };

export const withArea = (area: [number, number, number, number] | undefined): Recipe => withMaps({ area });

export const withAxes = ([x, y]: readonly [SweepAxis, SweepAxis]): Recipe => withMaps({ x, y });

export const withStartAt =
  (x: number, y: number, steps: number): Recipe =>
  (scene) => ({ ...scene, start: [x, y], steps });

const withValue = (id: string, name: string, value: number): Recipe => {
  const [group, key] = name.split('.');
  if (key === undefined) return withRunner(id, (runner) => ({ ...runner, [name]: value }));
  if (group === 'surface') return withParameter(key, value);
  return (scene) => {
    if (group === 'schedule') return { ...scene, schedule: { ...scene.schedule, [key]: value } as LrSchedule };
    if (group === 'muSchedule') return { ...scene, muSchedule: { ...scene.muSchedule, [key]: value } as MuSchedule };
    const [x, y] = scene.start;
    return { ...scene, start: key === 'x' ? [value, y] : [x, value] };
  };
};

/** What two axes name, set to these values; and as many steps as the map has. */
export const withSettings =
  (id: string, axes: readonly [SweepAxis, SweepAxis], values: readonly [number, number], steps: number): Recipe =>
  (scene) =>
    axes.reduce((changed, { name }, i) => withValue(id, name, values[i] as number)(changed), { ...scene, steps });
