/**
 * The whole test run, `npm test`: its stages in order, up to the first that fails. The last line counts the tests that
 * Vitest and Playwright report. A stage that fails without a test of its own that failed (types, lint, build, …) counts
 * as one failed, and so does every skipped test, since it checked nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser } from './e2e/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules', '.cache', 'reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

process.env['PATH'] = join(root, 'node_modules', '.bin') + delimiter + process.env['PATH'];
process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = playwrightReport;

/** Runs a command line that is written in this file, with its output on the terminal. */
const command = (/** @type {string} */ line) => () =>
  spawnSync(line, { cwd: root, shell: true, stdio: 'inherit' }).status === 0;

async function findBrowser() {
  try {
    const { path, version } = await browser();
    console.log(`${path}, version ${version}`);
    process.env['DOWNHILL_BROWSER'] = path;
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function countVitest() {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(vitestReport, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function countPlaywright() {
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(playwrightReport, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {{ name: string, run: () => boolean | Promise<boolean>, count?: () => Count }[]} */
const stages = [
  { name: 'types', run: command('tsc -p tsconfig.json') },
  { name: 'types of the pure layers', run: command('tsc -p src/tsconfig.pure.json') },
  { name: 'lint', run: command('oxlint') },
  { name: 'format', run: command('prettier --check --log-level warn .') },
  {
    name: 'architecture, unit, conformance, reference',
    run: command(`vitest run --reporter=default --reporter=json --outputFile.json="${vitestReport}"`),
    count: countVitest,
  },
  { name: 'build', run: command('vite build --logLevel info') },
  { name: 'a browser for the tests', run: findBrowser },
  { name: 'budgets', run: command('node tests/bench/budgets.mjs') },
  {
    name: 'browser tests',
    run: command('playwright test --config tests/e2e/playwright.config.ts --reporter=list,json'),
    count: countPlaywright,
  },
  { name: 'the main paths in Firefox', run: command('node tests/e2e/firefox/all.mjs') },
];

/** What the stage's report says; nothing where it ended before it wrote one. */
const counted = (/** @type {(typeof stages)[number]} */ stage) => {
  try {
    return stage.count?.() ?? { passed: 0, failed: 0, skipped: 0 };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0 };
const times = [];
let failing;
for (const stage of stages) {
  console.log(`\n== ${stage.name}`);
  const begun = performance.now();
  const succeeded = await stage.run();
  times.push(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${stage.name}`);
  const { passed, failed, skipped } = counted(stage);
  if (skipped > 0) console.error(`${skipped} skipped: a test that does not run checks nothing`);
  total.passed += passed;
  total.failed += failed + skipped;
  if (succeeded && failed + skipped === 0 && (stage.count === undefined || passed > 0)) continue;
  if (failed + skipped === 0) total.failed += 1;
  failing = stage.name;
  process.exitCode = 1;
  break;
}
console.log(`\n${times.join('\n')}`);
if (failing !== undefined) console.log(`\nStopped at: ${failing}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
