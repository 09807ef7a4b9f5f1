import type { Page, Worker } from '@playwright/test';
import { initialScene } from '../../../src/state/initial.ts';
import { atRest } from '../playground/page.ts';

/** A thread's: message, messageerror and error; of one that lays out graphs, error twice while nothing is asked of it. */
const listenersOf = (thread: Worker): number => (thread.url().includes('layout.worker') ? 2 : 3);

/** What a page holds on to once garbage is collected. */
export interface Held {
  /** Bytes of objects, and of typed arrays and WebAssembly's memories. */
  readonly heap: number;
  readonly buffers: number;
  /** Without those of threads, which are opened when there is something for them to do. */
  readonly listeners: number;
  readonly nodes: number;
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
}

/** Puts the page back to one scene at rest, and counts what it holds. */
export async function held(page: Page): Promise<Held> {
  await page.evaluate((scene) => window.downhill.setScene(scene), {
    ...initialScene(),
    view: 'playground' as const,
    cursor: 60,
  });
  await page.waitForFunction(
    () => window.downhill.getStrips() !== undefined && window.downhill.getFans() !== undefined,
  );
  await page.locator('.scene').press('0');
  await atRest(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What a finalizer lets go of is garbage of the next round.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const { geometries, textures, programs } = await page.evaluate(() => window.downhill.stats());
  return {
    heap: usedSize,
    buffers: backingStorageSize,
    listeners: page.workers().reduce((rest, thread) => rest - listenersOf(thread), metric('JSEventListeners')),
    nodes: metric('Nodes'),
    geometries,
    textures,
    programs,
  };
}
