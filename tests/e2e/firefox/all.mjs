/**
 * The main paths of the browser tests in Firefox, on the last build. Where there is none that Playwright can drive, it says
 * so and is content. Headless Firefox has no WebGL on Linux: `xvfb-run npm run firefox -- --headed` has.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findFirefox } from './firefox.mjs';

const { found, reasons } = await findFirefox();
for (const reason of reasons) console.log(reason);
if (found === undefined) {
  console.log('Skipped: there is no Firefox here that Playwright can drive.');
} else {
  const { executablePath, channel, version } = found;
  console.log(`${executablePath}, version ${version}`);
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')));
  const config = fileURLToPath(new URL('playwright.config.ts', import.meta.url));
  const env = { ...process.env, DOWNHILL_FIREFOX: executablePath, DOWNHILL_FIREFOX_CHANNEL: channel ?? '' };
  const given = process.argv.slice(2);
  const { status } = spawnSync(process.execPath, [cli, 'test', '--config', config, ...given], {
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
