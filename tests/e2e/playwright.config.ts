import { defineConfig } from '@playwright/test';
import { browser, browserArguments } from './browser.mjs';

// Workers read this file again and inherit the variable, so that the search happens once.
const executablePath = (process.env['DOWNHILL_BROWSER'] ??= (await browser()).path);

export default defineConfig({
  testDir: '.',
  testIgnore: 'firefox/**',
  outputDir: './output',
  globalSetup: './serve.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    reducedMotion: 'no-preference',
    screenshot: 'only-on-failure',
    // A test of anything else is not to wait for the page to be kept.
    serviceWorkers: 'block',
    // The page is put together by the processor itself: software that does it in place of a card takes a fifth longer.
    launchOptions: { executablePath, args: [...browserArguments, '--disable-gpu-compositing'] },
  },
});
