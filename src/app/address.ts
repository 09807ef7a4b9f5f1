import type { Address } from '../state/address.ts';

/** What the address held when the tab was last left. */
const leftKey = 'downhill.left';

/** A page that is loaded again begins with the address from before it was left, whatever has been written since. */
function putBack({ history, location, performance, sessionStorage }: Window): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const left = sessionStorage.getItem(leftKey);
  if (visit?.type === 'reload' && left !== null && left !== location.hash)
    history.replaceState(history.state, '', left);
}

/** The page's address and the browser's history of it. */
export function addressOf(page: Window): Address {
  const { history, location } = page;
  const whereAllowed = (work: () => void): void => {
    try {
      work();
    } catch {
      // Without storage what was changed in the last moment before a reload is lost.
    }
  };
  whereAllowed(() => putBack(page));
  return {
    read: () => location.hash,
    mark: () => (typeof history.state === 'number' ? history.state : undefined),
    write: (hash, mark) => history.replaceState(mark, '', hash),
    push: (hash, mark) => history.pushState(mark, '', hash),
    onChange(listener) {
      page.addEventListener('hashchange', listener);
      return () => page.removeEventListener('hashchange', listener);
    },
    onLeave(listener) {
      const leave = (): void => {
        listener();
        whereAllowed(() => page.sessionStorage.setItem(leftKey, location.hash));
      };
      page.addEventListener('pagehide', leave);
      page.document.addEventListener('visibilitychange', leave);
      return () => {
        page.removeEventListener('pagehide', leave);
        page.document.removeEventListener('visibilitychange', leave);
      };
    },
  };
}
