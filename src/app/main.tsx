import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { followAddress } from '../state/address.ts';
import { followFans, slowFans } from '../state/fans/fans.ts';
import { fansElsewhere, type FanPort } from '../state/fans/remote.ts';
import { keepSweepPool } from '../state/maps/maker.ts';
import { ownKey, takeKept } from '../state/lessons/own.ts';
import { playback } from '../state/playback.ts';
import { compileLater } from '../state/runs.ts';
import { setClock } from '../state/stats.ts';
import { history, sceneStore } from '../state/store.ts';
import '../ui/theme.css';
import '../ui/page.css';
import '../ui/controls.css';
import '../ui/contrast.css';
import '../ui/panel/panel.css';
import '../ui/panel/more-optimizers.css';
import '../ui/title/title.css';
import '../ui/dock.css';
import '../ui/dialog.css';
import '../ui/embed/embed.css';
import { presenterIn, rejoin } from '../ui/present/notes.ts';
import { portTo } from '../ui/thread/portTo.ts';
import { hiddenIn, isEmbedded } from '../ui/embed/flags.ts';
import { addressOf } from './address.ts';
import { offerApi } from './api.ts';
import { App } from './App.tsx';
import { followAppearance, followLoss, followSystem } from './appearance.ts';
import { Crash } from './Crash.tsx';
import { followVersions } from './offline/follow.ts';
import { drawnAtOnce } from '../sweep/pieces.ts';
import { sweepPool, type SweepPort } from '../sweep/pool.ts';
import { hasCard } from '../scene/webgl.ts';
import { trustOwn } from './trusted.ts';

trustOwn(window);
setClock(() => performance.now());
followSystem(window);
followAppearance(document);
followLoss(window);
document.documentElement.dataset['hide'] = hiddenIn(window.location.search).join(' ');
compileLater((work) => setTimeout(work));
followAddress(addressOf(window), {
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (id) => clearTimeout(id as number),
});
// The scene that the page opens with is where undo ends.
history.getState().clear();
const fanPort = (): FanPort =>
  portTo(new Worker(new URL('./fanWorker.ts', import.meta.url), { type: 'module', name: 'fans' }));
const sweepPort = (): SweepPort =>
  portTo(new Worker(new URL('./sweepWorker.ts', import.meta.url), { type: 'module', name: 'maps' }));
const cores = Math.max(1, navigator.hardwareConcurrency || 1);
const isPresenter = presenterIn(window.location.search) !== undefined;
if (!isPresenter) followFans(fansElsewhere(fanPort, Math.min(4, cores), (work) => setTimeout(work), slowFans));
keepSweepPool(() =>
  sweepPool(
    sweepPort,
    cores,
    (work) => setTimeout(work),
    (plan) => drawnAtOnce(hasCard(), plan),
  ),
);
offerApi(window);

const { cursor } = sceneStore.getState().scene;
if (cursor !== undefined) playback.seek(cursor);

rejoin(window.location.search);
window.addEventListener('storage', ({ key }) => key === ownKey && takeKept());

const Presenter = lazy(async () => ({ default: (await import('../views/presenter/Presenter.tsx')).Presenter }));

createRoot(document.getElementById('root') as HTMLElement).render(
  <Crash>
    {isPresenter ? (
      <Suspense>
        <Presenter />
      </Suspense>
    ) : (
      <App />
    )}
  </Crash>,
);

// Kept for when there is no network, after all that somebody waits for; a page that embeds this one has a network.
if (import.meta.env.MODE === 'production' && 'serviceWorker' in navigator && !isEmbedded(window.location.search))
  window.addEventListener('load', () => {
    const begin = (): void =>
      void followVersions('./offline.js', {
        container: navigator.serviceWorker,
        reload: () => window.location.reload(),
      }).catch(() => undefined);
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5000 });
    else setTimeout(begin, 1000);
  });
