/** Makes the README's picture from the built page: the first screen in the dark theme, part of the way down. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, browserArguments } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = fileURLToPath(new URL('../../.github/first-screen.png', import.meta.url));
const step = 220;

const server = await preview({ configFile: false, root, base: './', logLevel: 'silent', preview: { port: 0 } });
const started = await chromium.launch({ executablePath: (await browser()).path, args: browserArguments });
try {
  const page = await started.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => window.downhill?.stats().frames > 0);
  await page.evaluate((cursor) => window.downhill.setScene({ cursor }), step);
  await page.waitForTimeout(1500);
  await page.screenshot({ path });
  console.log(path);
} finally {
  await started.close();
  await server.close();
}
