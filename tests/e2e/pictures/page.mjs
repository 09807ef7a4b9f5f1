/**
 * The built page in a state worth a picture, at rest.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the page, with `?hide=…` where something is to be hidden
 * @param {object} scene
 * @param {{ width?: number, height?: number, theme?: 'dark' | 'light', language?: 'en' | 'zh', wait?: number }} how
 */
export async function openScene(browser, address, scene, how = {}) {
  const { width = 1280, height = 720, theme = 'dark', language = 'en', wait = 1500 } = how;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', serviceWorkers: 'block' });
  await page.addInitScript(
    (kept) => localStorage.setItem('downhill.preferences', kept),
    JSON.stringify({ theme, language }),
  );
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify(scene))}`);
  await page.waitForFunction(() => window.downhill !== undefined);
  await page.waitForTimeout(wait);
  return page;
}
