/** One version of the page: a name that no other has, and all of its files, by address from the folder it lies in. */
export interface Version {
  readonly name: string;
  /** Files whose name tells their content: of one name, one content. */
  readonly lasting: readonly string[];
  /** Files that change under their name; `./` is the page itself. */
  readonly changing: readonly string[];
}

/** What a service worker's scope gives to keep a version with. */
export interface Host {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** The folder that the page lies in. Other pages of the origin have caches of their own. */
  readonly folder: string;
}

/** Keeps whole versions of the page, and answers from them. */
export interface Keeper {
  /** Takes all files of the version; all or nothing. */
  keep(): Promise<void>;
  /** Ends the versions before this one. */
  forget(): Promise<void>;
  /** A kept file, of this version first; undefined where it is in none, or the browser's storage is broken. */
  find(request: Request): Promise<Response | undefined>;
}

export function keeper({ name, lasting, changing }: Version, { caches, fetch, folder }: Host): Keeper {
  const prefix = `downhill ${folder} `;
  const own = prefix + name;
  const before = async (): Promise<string[]> =>
    (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== own);

  // What a host says about varying answers is about compression: a file here has one content.
  const lookUp = async (address: string): Promise<Response | undefined> => {
    for (const cacheName of [own, ...(await before())]) {
      const found = await (await caches.open(cacheName)).match(address, { ignoreSearch: true, ignoreVary: true });
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const take = async (address: string, cache: RequestCache): Promise<Response> => {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`${address}: expected the file, found status ${response.status}`);
    return response;
  };

  return {
    async keep() {
      const kept = await caches.open(own);
      const put = async (file: string, get: (address: string) => Promise<Response>): Promise<void> => {
        const address = new URL(file, folder).href;
        await kept.put(address, await get(address));
      };
      try {
        await Promise.all([
          ...lasting.map((file) =>
            put(file, async (address) => (await lookUp(address)) ?? (await take(address, 'default'))),
          ),
          ...changing.map((file) => put(file, (address) => take(address, 'reload'))),
        ]);
      } catch (error) {
        await caches.delete(own);
        throw error;
      }
    },
    async forget() {
      await Promise.all((await before()).map((cacheName) => caches.delete(cacheName)));
    },
    async find({ url, mode }) {
      const { pathname } = new URL(url);
      const page = new URL(folder).pathname;
      const isPage = mode === 'navigate' && (pathname === page || pathname === `${page}index.html`);
      try {
        return await lookUp(isPage ? folder : url);
      } catch {
        return undefined;
      }
    },
  };
}
