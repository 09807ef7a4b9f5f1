import { sightNow } from '../../state/camera.ts';
import { record } from '../../state/lessons/own.ts';
import { sceneStore } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { preferences } from '../../state/preferences.ts';
import { type ViewId, views } from '../../state/views.ts';

/** The view that was last shown before the list of lessons. */
let last: ViewId = 'playground';

sceneStore.subscribe((_, { scene: { view } }) => {
  if (view !== 'lessons') last = view;
});

/** The view whose scene is recorded: the one that is shown, or was before the list of lessons. */
export const recordedView = (): (typeof views)[number] => {
  const { view } = sceneStore.getState().scene;
  const id = view === 'lessons' ? last : view;
  return views.find((one) => one.id === id) ?? views[0];
};

/** Keeps the scene as the last of one's own lessons; its title, or undefined where there are too many. */
export function recordScene(): string | undefined {
  const { language } = preferences.getState();
  const { scene } = sceneStore.getState();
  const { id, name } = recordedView();
  const title = (id === 'network' || id === 'backprop' ? name : surfaceIn(scene).name)[language];
  const camera = id === 'playground' ? sightNow() : undefined;
  return record({ ...scene, view: id }, title, camera) === undefined ? undefined : title;
}
