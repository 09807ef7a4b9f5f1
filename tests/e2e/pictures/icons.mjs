import { readFileSync } from 'node:fs';
import { file } from './files.mjs';

/** A system that cuts icons into its own shape gets a full square, with the drawing inside what is never cut off. */
const icons = [
  { name: 'icon-192', size: 192 },
  { name: 'icon-512', size: 512 },
  { name: 'maskable-512', size: 512, ground: '#0b0e17', share: 0.8 },
  { name: 'apple-touch', size: 180, ground: '#0b0e17', share: 0.9 },
];

/**
 * The icons of the installed page, from favicon.svg.
 * @param {import('@playwright/test').Browser} browser
 */
export async function makeIcons(browser) {
  const drawing = readFileSync(file('public/favicon.svg'), 'utf8');
  for (const { name, size, ground = 'transparent', share = 1 } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>
      body { display: grid; place-items: center; height: 100vh; margin: 0; background: ${ground}; }
      svg { width: ${100 * share}%; }
    </style>${drawing}`);
    const path = file(`public/icons/${name}.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
    console.log(path);
  }
}
