/**
 * Finds a browser for the tests, or installs one: an installed Chrome, Chromium or Edge; else Playwright's own; else
 * Debian's package. Run as a program it prints the path that it settled on as the last line.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** Software rendering that gives the same picture on every machine, and no request of the browser's own. */
export const browserArguments = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * Where browsers install themselves, PATH or not.
 * @type {Partial<Record<NodeJS.Platform, string[]>>}
 */
const usualPaths = {
  linux: [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

const executable = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Every installed program of these names, then of these paths, in the order in which they are tried.
 * @param {readonly string[]} names
 * @param {readonly string[]} paths
 */
export function programs(names, paths) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...paths].filter(executable);
}

const installed = () => programs(names, usualPaths[process.platform] ?? []);

/** Starts the browser once; its version, or undefined where it does not start. */
async function version(/** @type {string} */ executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: browserArguments, timeout: 60_000 });
    const found = browser.version();
    await browser.close();
    return found;
  } catch {
    return undefined;
  }
}

async function firstThatStarts(/** @type {string[]} */ paths) {
  for (const path of paths) {
    const found = await version(path);
    if (found !== undefined) return { path, version: found };
  }
  return undefined;
}

const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) => {
  console.log(`  ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

const playwrightsOwn = () => [chromium.executablePath()].filter((path) => existsSync(path));

function installPlaywrightsOwn() {
  console.log("No installed Chrome, Chromium or Edge starts: installing Playwright's own.");
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')));
  run(process.execPath, cli, 'install', 'chromium');
}

function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log("Playwright's own does not start either: installing Debian's package.");
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  run('apt-get', 'update', '-q');
  run('apt-get', 'install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/** A browser that starts, as { path, version }; throws a sentence that says what to do where there is none. */
export async function browser() {
  const sources = [
    { look: installed },
    { look: playwrightsOwn },
    { prepare: installPlaywrightsOwn, look: playwrightsOwn },
    { prepare: installDebians, look: installed },
  ];
  for (const { prepare, look } of sources) {
    prepare?.();
    const found = await firstThatStarts(look());
    if (found !== undefined) return found;
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none could be found, downloaded or installed here. ' +
      'Install one (on Debian or Ubuntu: sudo apt-get install chromium) and run the command again.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const found = await browser();
    console.log(`Browser: version ${found.version}\n${found.path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
