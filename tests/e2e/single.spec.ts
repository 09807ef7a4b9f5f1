import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from './page.ts';
import { en } from '../../src/i18n/en.ts';
import { runsOf } from './playground/page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = pathToFileURL(`${root}/dist/downhill.html`).href;

test.use({ viewport: { width: 640, height: 480 } });

test('the page in one file opens without a server and races the six, threads included', async ({ page: opened }) => {
  const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '--mode', 'single', '--logLevel', 'warn'], { cwd: root, env });
  const asked: string[] = [];
  opened.on('request', (request) => asked.push(request.url()));

  await opened.goto(page);
  await opened.waitForFunction(() => window.downhill.stats().frames > 0);
  const runs = await runsOf(opened);
  expect(runs.map(({ id }) => id)).toEqual(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']);
  expect(runs.map(({ steps }) => steps)).toEqual(Array(6).fill(600));
  await expect(opened.locator('.scene-runner')).toHaveCount(6);
  await expect(opened.getByRole('slider', { name: en.timeline.scrub, exact: true })).not.toHaveValue('0');

  const axes = [{ name: 'start.x' }, { name: 'start.y' }];
  const map = await opened.evaluate(async (over) => {
    const { backend, loss } = await window.downhill.map({
      optimizer: 'adam',
      axes: over,
      size: [8, 8],
      backend: 'worker',
    });
    return { backend, pixels: loss.length };
  }, axes);
  expect(map).toEqual({ backend: 'worker', pixels: 64 });
  await opened.getByRole('button', { name: en.header.share, exact: true }).click();
  await expect(opened.getByRole('dialog')).toContainText(en.share.linkFile);
  await expect(opened.getByText(en.classroom.qr, { exact: true })).toHaveCount(0);
  expect(asked.filter((address) => address !== page && !address.startsWith('blob:null/'))).toEqual([]);
});
