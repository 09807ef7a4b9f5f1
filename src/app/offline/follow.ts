import { type Update, updateStore } from '../../state/update.ts';

/** What a page needs of its window to be kept and to change to its next version. */
export interface Window {
  readonly container: ServiceWorkerContainer;
  reload(): void;
}

/** Has the service worker keep the page, and says so when the next version is there. */
export async function followVersions(address: string, { container, reload }: Window): Promise<void> {
  await container.register(address);
  const registration = await container.ready;
  const offer = (): void => {
    if (registration.waiting === null) return;
    const take: Update['take'] = () => {
      const next = registration.waiting;
      // A page beside this one may have changed to it already.
      if (next === null) return reload();
      container.addEventListener('controllerchange', reload, { once: true });
      next.postMessage('begin', []);
    };
    updateStore.setState({ take });
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}
