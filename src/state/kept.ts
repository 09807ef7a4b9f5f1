/** What is kept in; localStorage, where the browser allows it. */
export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const host = globalThis as { localStorage?: Storage };

/** What this device keeps in. Throws where the browser allows it nothing. */
export const onDevice = (): Storage | undefined => host.localStorage;

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** What a text that was kept holds; undefined where there is none, or one that is damaged. */
export const readKept = (text: string | null | undefined): unknown =>
  attempt(() => (typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined));

/** What is kept under a key; a storage that throws, as in a private window, keeps nothing. */
export const kept = (storage: () => Storage | undefined, key: string): unknown =>
  readKept(attempt(() => storage()?.getItem(key)));

/** Keeps something under a key; false where the storage throws, as one that is full. */
export const keep = (storage: () => Storage | undefined, key: string, value: unknown): boolean =>
  attempt(() => {
    storage()?.setItem(key, JSON.stringify(value));
    return true;
  }) ?? false;
