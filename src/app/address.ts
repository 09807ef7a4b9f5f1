import type { Address } from '../state/address.ts';

/** What the address held when the tab was left: before it was last written, and then. */
const leftKey = 'downhill.left';

/**
 * A page that is loaded again begins with the address from before it was last written, where that was in the moment of
 * leaving: what was written is put back. Other pages of this tab, in frames, find another address than that.
 */
function putBack({ history, location, performance, sessionStorage }: Window): void {
  const [before, left] = (sessionStorage.getItem(leftKey) ?? '').split('\n');
  sessionStorage.removeItem(leftKey);
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'reload' && left !== undefined && before === location.hash)
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
  let before = location.hash;
  return {
    read: () => location.hash,
    mark: () => (typeof history.state === 'number' ? history.state : undefined),
    write(hash, mark) {
      before = location.hash;
      history.replaceState(mark, '', hash);
    },
    push(hash, mark) {
      before = location.hash;
      history.pushState(mark, '', hash);
    },
    onChange(listener) {
      page.addEventListener('hashchange', listener);
      return () => page.removeEventListener('hashchange', listener);
    },
    onLeave(listener) {
      const leave = (): void => {
        listener();
        whereAllowed(() => page.sessionStorage.setItem(leftKey, `${before}\n${location.hash}`));
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
