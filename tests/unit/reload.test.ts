import { beforeEach, expect, it, vi } from 'vitest';
import { rules } from '../../src/optimizers/catalog.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { initialScene } from '../../src/state/initial.ts';

const scene = (surface: string, noise: number) => ({
  ...initialScene('himmelblau'),
  surface: { id: surface },
  start: [-0.7, 1.3],
  noise,
  steps: 80,
  optimizers: rules.map(({ id }) => ({ id })),
});
const links = [scene('himmelblau', 0.3), scene('rosenbrock', 0), scene('himmelblau', 0)].map(encodeLink);

/** The runs of links as a page makes them that has just been loaded, one link after the other. */
async function runsAnew(opened: readonly string[]): Promise<unknown[]> {
  vi.resetModules();
  const [{ readScene }, { simulate }, { settingsOf }] = await Promise.all([
    import('../../src/state/scene.ts'),
    import('../../src/engine/simulate.ts'),
    import('../../src/state/settings.ts'),
  ]);
  return opened.map((link) => {
    const { scene: read } = readScene(decodeLink(link));
    return read.optimizers.map((runner) => structuredClone(simulate(runner.id, settingsOf(read, runner)).columns));
  });
}

beforeEach(() => vi.resetModules());

it('the runs of a link are the same to the bit in every page that opens it, whatever was run there before', async () => {
  const first = await runsAnew(links);
  expect(first[0]).not.toEqual(first[2]);
  const [again] = await runsAnew([links[0] as string]);
  expect(again).toEqual(first[0]);
  expect(await runsAnew([...links].reverse())).toEqual([...first].reverse());
});
