import { afterEach, describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import { presets } from '../../src/network/defaults.ts';
import { Training } from '../../src/network/train/train.ts';
import { followLab } from '../../src/state/network/lab.ts';
import { labPlayer } from '../../src/state/network/player.ts';
import { createPool, Dropped, type LabPort, type Pool } from '../../src/state/network/pool.ts';
import { createServer } from '../../src/state/network/serve.ts';
import { labStore } from '../../src/state/network/store.ts';
import { initialScene } from '../../src/state/scene.ts';
import { replaceScene } from '../../src/state/store.ts';
import { presetSpec } from './presetSpec.ts';

const spec = presetSpec(generated('moons', 1, { rows: 60 }), presets.moons, 'adam', 1);
const trained = new Training(spec).current.slice();
const models = [trained, trained.map((w) => w / 2)].map((parameters) => ({ shape: spec.shape, parameters }));
const sight = { kind: 'grid', domain: [-1, 1, -1, 1], isLine: false, times: 1 } as const;

/** Everything that needs nothing that a thread remembers. */
const askAll = (pool: Pool): Promise<unknown[]> =>
  Promise.all([
    pool.ask(0, 'trial', { spec, values: { lr: 0.01 }, epochs: 1 }),
    pool.ask(1, 'check', { spec, check: 'gradient' }),
    pool.ask(1, 'ensemble', { models, data: spec.data, rows: spec.split.test, sight, side: 4 }),
    pool.ask(2, 'slice', { spec, kind: 'random', trained, paths: [], side: 4 }),
  ]);

/** Threads that never answer, until one breaks. */
function deaf() {
  const fails: (() => void)[] = [];
  const open = (): LabPort => ({
    send: () => undefined,
    listen: (_, fail) => void fails.push(fail),
    close: () => undefined,
  });
  return { open, break: () => fails.at(-1)?.() };
}

/** Threads that answer at once. */
const prompt = (): LabPort => {
  const serve = createServer();
  let hear: Parameters<LabPort['listen']>[0] = () => undefined;
  return {
    send: (order) => queueMicrotask(() => hear(structuredClone(serve(structuredClone(order))))),
    listen: (tell) => void (hear = tell),
    close: () => undefined,
  };
};

const later = (work: () => void): void => void setTimeout(work);
const nothing = (): void => undefined;

describe('what is asked of threads of which one breaks', () => {
  let end = nothing;
  afterEach(() => {
    end();
    end = nothing;
    labPlayer.seek(0);
    replaceScene(initialScene());
  });

  it('is answered the same where it needs nothing that the thread remembers', async () => {
    const threads = deaf();
    const asked = askAll(createPool(3, threads.open, later, nothing));
    threads.break();
    expect(await asked).toEqual(await askAll(createPool(3, prompt, later, nothing)));
  });

  it('is answered while the lab begins anew, and the training is still the same', async () => {
    replaceScene({ view: 'network', network: { data: 'moons', params: { rows: 60 }, epochs: 2, hidden: [4] } });
    labPlayer.seek(2);
    const threads = deaf();
    const paced = (work: () => void) => ({ request: work, cancel: nothing });
    const pool = createPool(3, threads.open, later, () => {
      end();
      end = followLab(pool, paced);
    });
    end = followLab(pool, paced);
    const asked = askAll(pool);
    threads.break();
    expect(await asked).toHaveLength(4);
    await expect.poll(() => labStore.getState().runs.map(({ epoch }) => epoch)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('is dropped where it is about a training that the thread remembers', async () => {
    const threads = deaf();
    const pool = createPool(1, threads.open, later, nothing);
    const asked = [
      pool.ask(0, 'begin', { id: 'a', spec, sight }),
      pool.ask(0, 'look', { id: 'a', parameters: trained, side: 4 }),
    ];
    threads.break();
    expect(await Promise.allSettled(asked)).toEqual(asked.map(() => ({ status: 'rejected', reason: new Dropped() })));
  });

  it('is asked once more and not for ever, and says what cannot be done', async () => {
    let sent = 0;
    const breaking = (): LabPort => {
      let fail = nothing;
      return {
        send: () => {
          sent += 1;
          queueMicrotask(fail);
        },
        listen: (_, failed) => void (fail = failed),
        close: nothing,
      };
    };
    const pool = createPool(2, breaking, later, nothing);
    const few = { ...spec, rule: { ...spec.rule, formula: 'x = x - ' } };
    await expect(pool.ask(0, 'trial', { spec: few, values: {}, epochs: 1 })).rejects.toThrow(/expected/);
    expect(sent).toBe(1);
  });
});
