import { file } from './files.mjs';
import { openScene } from './page.mjs';

/**
 * The README's picture: the first screen in the dark theme, part of the way down.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built page
 */
export async function makeScreen(browser, address) {
  const page = await openScene(browser, address, { cursor: 220 }, { wait: 4000 });
  const path = file('.github/first-screen.png');
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
