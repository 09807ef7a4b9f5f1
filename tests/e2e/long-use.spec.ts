import { type Held, held } from './longUse/held.ts';
import { changeSurfaces, changeViews, moveSliders } from './longUse/use.ts';
import { expect, test } from './page.ts';
import { open } from './playground/page.ts';

/**
 * `npm run longUse` does it all; the suite a fiftieth or so. Before it is measured first, caches and the undo history are
 * full, in the suite of what is used again; and the browser has compiled most of what it compiles as the page is used, which
 * is on the heap too.
 */
const isWhole = process.env['DOWNHILL_LONG_USE'] !== undefined;
const use = isWhole ? { moves: 10_000, surfaces: 1000, views: 200 } : { moves: 200, surfaces: 20, views: 10 };
const warmUp = isWhole ? { moves: 3000, surfaces: 400, views: 50 } : { moves: 200, surfaces: 40, views: 10 };
const parts = isWhole ? 10 : 1;
/** A drag is a frame in the suite, where pictures take most of the time. */
const movesInFrame = isWhole ? 1 : 5;
/** In five runs of the suite 1.05 to 1.06. */
const most = 1.1;

// A small picture, so that what is counted is use and not drawing.
test.use({ reducedMotion: 'reduce', isPainted: false, viewport: { width: 320, height: 256 } });

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

test(`after ${use.moves} moves, ${use.surfaces} surfaces and ${use.views} views the page holds what it held`, async ({
  page,
}) => {
  if (isWhole) test.setTimeout(0);
  await open(page);
  let begun = performance.now();
  const measured = async (what: string): Promise<Held> => {
    const found = await held(page);
    const { heap, buffers, ...rest } = found;
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(`${what}: ${megabytes(heap)}, buffers ${megabytes(buffers)}, ${JSON.stringify(rest)}, ${seconds} s`);
    begun = performance.now();
    return found;
  };
  // In the same order as below, and every view twice.
  await moveSliders(page, warmUp.moves, movesInFrame);
  await changeSurfaces(page, warmUp.surfaces, 0);
  await changeViews(page, warmUp.views);
  const before = await measured('at first');
  let after = before;
  for (let part = 0; part < parts; part += 1) {
    await moveSliders(page, use.moves / parts, movesInFrame);
    await changeSurfaces(page, use.surfaces / parts, isWhole ? 1000 + (part * use.surfaces) / parts : 0);
    await changeViews(page, use.views / parts);
    after = await measured(`part ${part + 1} of ${parts}`);
  }
  const onCard = ({ geometries, textures, programs }: Held) => ({ geometries, textures, programs });
  expect(onCard(after)).toEqual(onCard(before));
  expect(after.listeners).toBe(before.listeners);
  // What is shown in the end differs by some: labels of axes, places of a list.
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.heap).toBeLessThan(before.heap * most);
  expect(after.buffers).toBeLessThan(before.buffers * most);
});
