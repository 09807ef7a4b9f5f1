/** Finds a Firefox that Playwright can drive: its own, else an installed one. Nothing is installed for it. */
import { existsSync } from 'node:fs';
import { firefox } from '@playwright/test';
import { programs } from '../browser.mjs';

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usualPaths = {
  linux: ['/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/**
 * Playwright's own is driven by its patches; any other by WebDriver BiDi.
 * @returns {{ executablePath: string, channel?: string }[]}
 */
const candidates = () => [
  ...[firefox.executablePath()].filter(existsSync).map((executablePath) => ({ executablePath })),
  ...programs(['firefox', 'firefox-esr'], usualPaths[process.platform] ?? []).map((executablePath) => ({
    executablePath,
    channel: 'moz-firefox',
  })),
];

/** Commands that Playwright sends to every Firefox, and that only its later versions know. */
const laterCommands = new Set(['emulation.setMediaFeaturesOverride']);

/**
 * Lets Playwright drive a Firefox that is older than what it expects: what such a one does not know is not asked of it.
 * @param {import('@playwright/test').Browser} browser
 */
export function withoutLaterCommands(browser) {
  /** @type {any} */
  const { _connection: connection } = browser;
  const { _browserSession: session } = connection?.toImpl?.(browser) ?? {};
  if (session === undefined) return;
  const kind = Object.getPrototypeOf(session);
  const { send } = kind;
  kind.send = function (/** @type {string} */ method, /** @type {unknown} */ params) {
    return laterCommands.has(method) ? Promise.resolve({}) : send.call(this, method, params);
  };
}

/** The first Firefox that opens a page, and why the others do not. */
export async function findFirefox() {
  const reasons = [];
  for (const found of candidates())
    try {
      const browser = await firefox.launch({ ...found, timeout: 60_000 });
      withoutLaterCommands(browser);
      const version = browser.version();
      await (await browser.newPage()).close();
      await browser.close();
      return { found: { ...found, version }, reasons };
    } catch (error) {
      reasons.push(`${found.executablePath}: ${String(error).split('\n')[0]}`);
    }
  return { found: undefined, reasons };
}
