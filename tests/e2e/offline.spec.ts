import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { en } from '../../src/i18n/en.ts';
import { lessons } from '../../src/lessons/catalog.ts';
import { expect, test as base } from './page.ts';
import { violations } from './playground/axe.ts';
import { open, sceneOf } from './playground/page.ts';

/** A copy of the built page on a server of its own, which can go away, or have another version. */
interface Site {
  readonly address: string;
  cut(): Promise<void>;
  /** Makes of the copy a version with the same content. */
  change(): void;
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const test = base.extend<{ site: Site }>({
  serviceWorkers: 'allow',
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    cpSync(dist, folder, { recursive: true, filter: (file) => !/\.map$|downhill\.html$/.test(file) });
    const server = await preview({
      configFile: false,
      base: './',
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    await use({
      address: server.resolvedUrls?.local[0] ?? '',
      cut: () => server.close(),
      change: () => {
        const worker = join(folder, 'offline.js');
        writeFileSync(worker, readFileSync(worker, 'utf8').replace(/name:`\w+`/, 'name:`next`'));
      },
    });
    await server.close();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => {
    await use(site.address);
  },
});

test.use({ reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });

/** A view without a picture in 3D, which is there soon. */
const quiet = './#{"view":"lessons"}';

const isKept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').at(-1)));

test('after the first visit the page, its lessons and its maps need no network', async ({ page, site }) => {
  await page.goto(quiet);
  await isKept(page);
  await site.cut();
  await page.reload();
  await page.getByRole('button', { name: en.classroom.begin }).click();
  await expect(page.getByRole('region', { name: en.classroom.lesson })).toContainText(lessons[0]?.title.en ?? '');
  await open(page);
  await page.goto('./#{"view":"maps","surface":{"id":"himmelblau"},"steps":40}');
  await expect(page.getByRole('application', { name: en.maps.mapOf('Adam') })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('a new version waits until somebody asks for it, and the scene comes along', async ({ page, site }, info) => {
  await page.goto(quiet);
  await isKept(page);
  const [first] = await versions(page);
  site.change();
  await page.reload();
  const note = page.getByRole('region', { name: en.notice.update });
  await expect(note).toBeVisible();
  await page.screenshot({ path: info.outputPath('update.png') });
  expect(await violations(page)).toEqual([]);
  expect(await versions(page)).toEqual([first, 'next']);

  const link = page.url();
  await page.evaluate(() => window.downhill.setScene({ steps: 123 }));
  await expect(page).not.toHaveURL(link);
  const loaded = page.waitForEvent('load');
  await note.getByRole('button', { name: en.notice.reload }).click();
  await loaded;
  expect((await sceneOf(page)).steps).toBe(123);
  expect(await versions(page)).toEqual(['next']);
  await expect(note).toHaveCount(0);
});
