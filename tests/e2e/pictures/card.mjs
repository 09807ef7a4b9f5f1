import { file } from './files.mjs';
import { openScene } from './page.mjs';

// The title takes the place of map and chart.
const hidden = 'header,title,starts,map,board,timeline,panel';

/**
 * The card of the page where others link to it: the scene in 3D alone, with the title.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built page
 */
export async function makeCard(browser, address) {
  const size = { width: 1200, height: 630 };
  const page = await openScene(browser, `${address}?hide=${hidden}`, { cursor: 220 }, { ...size, wait: 4000 });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll(/** @type {'div'} */ ('.scene-views, .dock, .side')))
      element.style.visibility = 'hidden';
    const title = document.createElement('div');
    title.style.cssText = 'position: fixed; top: 64px; right: 72px; width: 330px; line-height: 1.25';
    for (const [text, style] of [
      ['Downhill', 'font-size: 68px; font-weight: 700; letter-spacing: -1px'],
      ['下山', 'font-size: 44px'],
      ['Six optimizers race down a loss surface', 'margin-top: 20px; font-size: 30px; opacity: 0.8'],
    ]) {
      const line = document.createElement('div');
      line.textContent = text ?? '';
      line.style.cssText = style ?? '';
      title.append(line);
    }
    document.body.append(title);
  });
  const path = file('public/card.png');
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
