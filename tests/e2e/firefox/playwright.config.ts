import { defineConfig } from '@playwright/test';

const executablePath = process.env['DOWNHILL_FIREFOX'] ?? '';
const channel = process.env['DOWNHILL_FIREFOX_CHANNEL'] ?? '';

export default defineConfig({
  testDir: '.',
  outputDir: '../output',
  globalSetup: '../serve.ts',
  forbidOnly: true,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    browserName: 'firefox',
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    serviceWorkers: 'block',
    ...(channel !== '' && { channel }),
    launchOptions: { executablePath },
  },
});
