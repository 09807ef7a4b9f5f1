import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { heldRuns, heldScene } from '../state/held.ts';
import { playback } from '../state/playback.ts';
import { sceneStore } from '../state/store.ts';
import type { ViewId } from '../state/views.ts';
import { Guard } from '../ui/Guard.tsx';
import { showRace } from '../ui/motion.ts';
import { Source, useScene } from '../ui/useScene.ts';
import { useText } from '../ui/useText.ts';
import { Playground } from '../views/playground/Playground.tsx';

/** The views that come when they are first asked for; the page begins with the playground, which stays. */
const later: Readonly<Record<Exclude<ViewId, 'playground'>, ComponentType>> = {
  maps: lazy(async () => ({ default: (await import('../views/maps/Maps.tsx')).Maps })),
  backprop: lazy(async () => ({ default: (await import('../views/backprop/Backprop.tsx')).Backprop })),
  network: lazy(async () => ({ default: (await import('../views/network/Network.tsx')).Network })),
  lessons: lazy(async () => ({ default: (await import('../views/lessons/Lessons.tsx')).Lessons })),
};

/** The view that the scene names. */
export function Views(): ReactNode {
  const shown = useScene(({ view }) => view);
  const { view } = useText();
  const [hasRace, setRace] = useState(shown === 'playground');
  const isRace = shown === 'playground';
  if (isRace && !hasRace) setRace(true);
  useEffect(() => {
    if (!isRace) playback.pause();
  }, [isRace]);
  const View = isRace ? undefined : later[shown];
  return (
    <>
      {hasRace && <Race isShown={isRace} />}
      {View !== undefined && (
        <Guard key={shown} fallback={<main className="view-said">{view.failed}</main>}>
          <Suspense fallback={<main className="view-said">{view.loading}</main>}>
            <View />
          </Suspense>
        </Guard>
      )}
    </>
  );
}

const held = { scene: heldScene, runs: heldRuns };

/** The playground. When it is first shown its race begins, unless the scene names a step or somebody has been there. */
function Race({ isShown }: { isShown: boolean }): ReactNode {
  useEffect(() => {
    const { cursor } = sceneStore.getState().scene;
    if (cursor === undefined && playback.position === 0) showRace();
  }, []);
  return (
    <Source value={held}>
      <Playground isShown={isShown} />
    </Source>
  );
}
