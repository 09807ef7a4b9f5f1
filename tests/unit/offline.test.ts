import { describe, expect, it, vi } from 'vitest';
import { versionOf } from '../../src/app/build/offline.ts';
import { followVersions } from '../../src/app/offline/follow.ts';
import { keeper, type Version } from '../../src/app/offline/keeper.ts';
import { putOffUpdate, updateStore } from '../../src/state/update.ts';

const folder = 'https://example.org/downhill/';

/** Caches in memory, as far as the keeper uses them. */
class Caches {
  readonly kept = new Map<string, Map<string, Response>>();
  open(name: string) {
    const files = this.kept.get(name) ?? new Map<string, Response>();
    this.kept.set(name, files);
    return Promise.resolve({
      put: (address: string, response: Response) => Promise.resolve(void files.set(address, response)),
      match: (address: string, { ignoreSearch = false }: CacheQueryOptions = {}) =>
        Promise.resolve(files.get(ignoreSearch ? address.replace(/\?.*/, '') : address)?.clone()),
    });
  }
  keys() {
    return Promise.resolve([...this.kept.keys()]);
  }
  delete(name: string) {
    return Promise.resolve(this.kept.delete(name));
  }
}

const setUp = () => {
  const caches = new Caches();
  const asked: string[] = [];
  const missing = new Set<string>();
  const fetch = (address: string, { cache }: { cache: string }) => {
    asked.push(`${address.slice(folder.length)} ${cache}`);
    return Promise.resolve(new Response(address, { status: missing.has(address) ? 404 : 200 }));
  };
  const host = { caches, fetch, folder } as unknown as Parameters<typeof keeper>[1];
  const of = (version: Version) => keeper(version, host);
  return { caches, asked, missing, of };
};

const one: Version = { name: 'one', lasting: ['assets/a-1.js', 'assets/b-1.js'], changing: ['./'] };
const two: Version = { name: 'two', lasting: ['assets/a-1.js', 'assets/b-2.js'], changing: ['./'] };

const request = (path: string, mode = 'cors') => ({ url: folder + path, mode }) as Request;

describe('what keeps the page', () => {
  it('takes every file, and of the next version only what is new', async () => {
    const { of, asked } = setUp();
    await of(one).keep();
    expect(asked.splice(0).sort()).toEqual([' reload', 'assets/a-1.js default', 'assets/b-1.js default']);
    await of(two).keep();
    expect(asked.sort()).toEqual([' reload', 'assets/b-2.js default']);
  });

  it('finds nothing in a storage that is broken, so that the network is asked', async () => {
    const { of, caches } = setUp();
    await of(one).keep();
    caches.open = () => Promise.reject(new Error('UnknownError'));
    expect(await of(one).find(request('assets/a-1.js'))).toBeUndefined();
    caches.keys = () => Promise.reject(new Error('UnknownError'));
    expect(await of(one).find(request('', 'navigate'))).toBeUndefined();
  });

  it('takes all or nothing', async () => {
    const { of, caches, missing } = setUp();
    missing.add(`${folder}assets/b-1.js`);
    await expect(of(one).keep()).rejects.toThrow('404');
    expect(caches.kept.size).toBe(0);
  });

  it('answers with files of older versions until it forgets them, and leaves other pages of the origin alone', async () => {
    const { of, caches } = setUp();
    await caches.open('downhill https://example.org/other/ one');
    await of(one).keep();
    await of(two).keep();
    const found = async (...of_: Parameters<typeof request>) => (await of(two).find(request(...of_)))?.text();
    expect(await found('assets/b-1.js')).toContain('b-1');
    await of(two).forget();
    expect(await found('assets/b-1.js')).toBeUndefined();
    expect(await found('assets/b-2.js')).toContain('b-2');
    expect(caches.kept.size).toBe(2);
  });

  it('answers with a file whatever its address asks for', async () => {
    const { of } = setUp();
    await of(one).keep();
    expect(await (await of(one).find(request('assets/a-1.js?worker')))?.text()).toBe(`${folder}assets/a-1.js`);
  });

  it('opens the page whatever its address asks for, and no other page', async () => {
    const { of } = setUp();
    await of(one).keep();
    const found = async (path: string) => (await of(one).find(request(path, 'navigate')))?.text();
    for (const path of ['', 'index.html', '?hide=panel', '?embed=1']) expect(await found(path)).toBe(folder);
    expect(await found('docs/')).toBeUndefined();
  });
});

describe('a version', () => {
  const files = new Map([
    ['index.html', '<!doctype html>'],
    ['assets/a-1.js', 'a'],
    ['assets/a-1.js.map', '{}'],
    ['favicon.svg', '<svg/>'],
    ['card.png', ''],
  ]);

  it('is all files that the page may need, and another where one of them differs', () => {
    const { name, ...of } = versionOf(files, 'assets/');
    expect(of).toEqual({ lasting: ['assets/a-1.js'], changing: ['favicon.svg', './'] });
    expect(versionOf(new Map([...files].reverse()), 'assets/').name).toBe(name);
    expect(versionOf(new Map([...files, ['favicon.svg', '<svg />']]), 'assets/').name).not.toBe(name);
    expect(versionOf(new Map([...files, ['card.png', 'x']]), 'assets/').name).toBe(name);
  });
});

describe('the page', () => {
  const setUpPage = () => {
    const registration = Object.assign(new EventTarget(), {
      waiting: null as null | { postMessage(): void },
      installing: null as null | EventTarget,
    });
    const container = Object.assign(new EventTarget(), {
      register: () => Promise.resolve(registration),
      ready: Promise.resolve(registration),
    });
    const reload = vi.fn<() => void>();
    const begin = () => followVersions('./offline.js', { container, reload } as never);
    return { registration, container, reload, begin };
  };

  it('says so when a version waits, and opens it when asked, once it is in charge', async () => {
    const { registration, container, reload, begin } = setUpPage();
    await begin();
    expect(updateStore.getState().take).toBeUndefined();
    const installing = (registration.installing = new EventTarget());
    registration.dispatchEvent(new Event('updatefound'));
    const postMessage = vi.fn<() => void>();
    registration.waiting = { postMessage };
    installing.dispatchEvent(new Event('statechange'));
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    updateStore.getState().take?.();
    expect(postMessage).toHaveBeenCalledOnce();
    expect(reload).not.toHaveBeenCalled();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('offers what waits already; where a page beside it has changed, it only opens anew', async () => {
    const { registration, reload, begin } = setUpPage();
    registration.waiting = { postMessage: () => undefined };
    await begin();
    registration.waiting = null;
    updateStore.getState().take?.();
    expect(reload).toHaveBeenCalledOnce();
    putOffUpdate();
    expect(updateStore.getState().take).toBeUndefined();
  });
});
