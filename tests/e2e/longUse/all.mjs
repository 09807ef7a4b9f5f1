/** The whole of long-use.spec.ts on the last build, which takes about half an hour. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')));
const config = fileURLToPath(new URL('../playwright.config.ts', import.meta.url));
const env = { ...process.env, DOWNHILL_LONG_USE: '1' };
const { status } = spawnSync(process.execPath, [cli, 'test', '--config', config, 'long-use.spec'], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
