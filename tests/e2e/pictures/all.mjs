/** Makes the project's pictures from the last build: all of them, or those that are named, `npm run pictures icons`. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, browserArguments } from '../browser.mjs';
import { root } from './files.mjs';
import { makeCard } from './card.mjs';
import { makeGallery } from './gallery.mjs';
import { makeIcons } from './icons.mjs';
import { makeScreen } from './screen.mjs';

/** @type {Record<string, (browser: import('@playwright/test').Browser, address: string) => Promise<void>>} */
const makers = { icons: makeIcons, screen: makeScreen, card: makeCard, gallery: makeGallery };

const named = process.argv.slice(2);
const unknown = named.filter((name) => makers[name] === undefined);
if (unknown.length > 0)
  throw new Error(`expected some of ${Object.keys(makers).join(' ')}, found ${unknown.join(' ')}`);

const server = await preview({ configFile: false, root, base: './', logLevel: 'silent', preview: { port: 0 } });
const started = await chromium.launch({ executablePath: (await browser()).path, args: browserArguments });
try {
  for (const [name, make] of Object.entries(makers))
    if (named.length === 0 || named.includes(name)) await make(started, server.resolvedUrls?.local[0] ?? '');
} finally {
  await started.close();
  await server.close();
}
