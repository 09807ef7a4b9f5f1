import { file } from './files.mjs';

const step = 220;

/**
 * The README's picture: the first screen in the dark theme, part of the way down.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built page
 */
export async function makeScreen(browser, address) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    locale: 'en-US',
    serviceWorkers: 'block',
  });
  await page.goto(address);
  await page.waitForFunction(() => window.downhill?.stats().frames > 0);
  await page.evaluate((cursor) => window.downhill.setScene({ cursor }), step);
  await page.waitForTimeout(1500);
  const path = file('.github/first-screen.png');
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
