import { readKept } from '../../state/kept.ts';
import { preferences, preferencesKey, readPreferences } from '../../state/preferences.ts';
import { join, quit } from '../../state/presenter/session.ts';
import type { Wire } from '../../state/presenter/share.ts';
import { present } from '../../state/presentation.ts';
import { sceneStore } from '../../state/store.ts';
import { say } from '../notice/say.ts';
import { linkTo } from '../share/exportScene.ts';

/** Where a tab keeps the name that it shares with its presenter's window, also while it is loaded again. */
const nameKey = 'downhill.presenter';

/** What a window's address says of it where it is a presenter's: the name that it shares with the projected one. */
export const presenterIn = (search: string): string | undefined =>
  new URLSearchParams(search).get('presenter') ?? undefined;

const wireOf = (name: string): Wire | undefined => {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(`downhill.presenter.${name}`);
  return {
    send: channel.postMessage.bind(channel),
    listen(listener) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
      return () => channel.close();
    },
  };
};

const randomName = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');

function enter(name: string, role: 'projected' | 'presenter'): void {
  join(randomName(), role, wireOf(name));
  window.addEventListener('pagehide', quit, { once: true });
  // A page that the browser kept while another was shown, and that comes back.
  window.addEventListener('pageshow', ({ persisted }) => persisted && enter(name, role), { once: true });
}

/** The name that this tab shares with a presenter's window. */
let joined: string | undefined;

/** Takes part as the address says, or as this tab did before it was loaded again. */
export function rejoin(search: string): void {
  const name = presenterIn(search);
  if (name !== undefined) {
    enter(name, 'presenter');
    // Language and theme are those of the projected window, which keeps them where both look.
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === preferencesKey) preferences.setState(readPreferences(readKept(newValue)));
    });
    return;
  }
  try {
    joined = sessionStorage.getItem(nameKey) ?? undefined;
  } catch {
    // A tab that may not keep anything begins anew.
  }
  if (joined !== undefined) enter(joined, 'projected');
}

const joinAnew = (): string => {
  joined = randomName();
  enter(joined, 'projected');
  try {
    sessionStorage.setItem(nameKey, joined);
  } catch {
    // Loaded again, the tab has to open the presenter's window once more.
  }
  return joined;
};

/** Presents, and opens the presenter's window of this one, or brings it to the front. */
export function openNotes(): void {
  present();
  if (typeof BroadcastChannel === 'undefined') return void say(({ presenter }) => presenter.impossible);
  const name = joined ?? joinAnew();
  const address = new URL(linkTo(sceneStore.getState().scene, window.location.href));
  address.searchParams.set('presenter', name);
  const opened = window.open(address.href, `downhill.presenter.${name}`, 'popup,width=960,height=720');
  if (opened === null) say(({ presenter }) => presenter.blocked);
}
