import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import type { ViewId } from '../state/views.ts';
import { Guard } from '../ui/Guard.tsx';
import { useScene } from '../ui/useScene.ts';
import { useText } from '../ui/useText.ts';
import { Playground } from '../views/playground/Playground.tsx';

/** The views that come when they are first asked for; the page begins with the playground, which stays. */
const later: Readonly<Record<Exclude<ViewId, 'playground'>, ComponentType>> = {
  backprop: lazy(async () => ({ default: (await import('../views/backprop/Backprop.tsx')).Backprop })),
};

/** The view that the scene names. */
export function Views(): ReactNode {
  const shown = useScene(({ view }) => view);
  const { view } = useText();
  const [hasRace, setRace] = useState(shown === 'playground');
  if (shown === 'playground' && !hasRace) setRace(true);
  const View = shown === 'playground' ? undefined : later[shown];
  return (
    <>
      {hasRace && <Playground isShown={View === undefined} />}
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
