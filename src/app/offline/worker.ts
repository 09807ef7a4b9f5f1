/**
 * The service worker: the page opens without a network, and stays the version that it is until somebody asks for the next
 * one. The build puts the version's files in (`src/app/build/offline.ts`).
 */
import { keeper, type Version } from './keeper.ts';

declare const version: Version;

interface Waits {
  waitUntil(work: Promise<unknown>): void;
}

interface Asks extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

// A service worker's own scope, which the page's library of types takes for a window.
const scope = globalThis as unknown as EventTarget & {
  readonly clients: { claim(): Promise<void>; matchAll(of: object): Promise<readonly unknown[]> };
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
};

const { keep, forget, find } = keeper(version, { caches, fetch, folder: scope.registration.scope });
const on = <E>(type: string, hear: (event: E) => void): void =>
  scope.addEventListener(type, (event) => hear(event as E));

on<Waits>('install', (event) => event.waitUntil(keep()));

on<Waits>('activate', (event) => {
  const begin = async (): Promise<void> => {
    // Another page may still need a file of the version that it opened with.
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.length <= 1) await forget();
    await scope.clients.claim();
  };
  event.waitUntil(begin());
});

on<Waits>('message', (event) => event.waitUntil(scope.skipWaiting()));

on<Asks>('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(find(request).then((found) => found ?? fetch(request)));
});
