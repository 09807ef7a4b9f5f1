import type { Browser } from '@playwright/test';
import { browserArguments } from '../browser.mjs';
import { expect, test as base } from '../page.ts';

/**
 * Playwright's test in a browser of its own, where the graphics process also puts the page together, as it does with a card:
 * one that is busy holds the page up, and one that crashes is not another test's. After the second crash within two minutes a
 * browser gives the page no WebGL any more.
 */
export const test = base.extend({
  context: async ({ playwright }, use) => {
    const browser = await playwright.chromium.launch({ args: browserArguments });
    await use(await browser.newContext());
    await browser.close();
  },
});

/** The graphics process of a browser, undefined where there is none just now. */
async function graphicsProcess(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.find(({ type }) => type.toLowerCase() === 'gpu')?.id;
}

/** Ends the browser's graphics process, as a driver does that fails, and waits until another one is there. */
export async function crashGraphics(browser: Browser | null): Promise<void> {
  if (browser === null) throw new Error('expected a browser that was launched');
  const before = await graphicsProcess(browser);
  expect(before).toBeDefined();
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess');
  await session.detach();
  await expect.poll(async () => ((await graphicsProcess(browser)) ?? before) !== before).toBe(true);
}
