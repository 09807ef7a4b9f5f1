import { afterEach, describe, expect, it } from 'vitest';
import { followLab } from '../../src/state/network/lab.ts';
import { labPlayer, otherEpochOf, shownEpoch } from '../../src/state/network/player.ts';
import { createPool, type Pool, type LabPort } from '../../src/state/network/pool.ts';
import { createServer } from '../../src/state/network/serve.ts';
import { type LabRun, labStore, recordAt } from '../../src/state/network/store.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { change, history, mergeScene, replaceScene, sceneStore } from '../../src/state/store.ts';

/** Threads that work when they are told to: what they do, in the order in which it was asked for. */
function threads() {
  const queue: (() => void)[] = [];
  const fails: (() => void)[] = [];
  let isBroken = false;
  let opened = 0;
  const open = (): LabPort => {
    if (isBroken) throw new Error('no threads here');
    opened += 1;
    const serve = createServer();
    let hear: Parameters<LabPort['listen']>[0] = () => undefined;
    return {
      send: (order) => queue.push(() => hear(structuredClone(serve(structuredClone(order))))),
      listen(tell, fail) {
        hear = tell;
        fails.push(fail);
      },
      close: () => void (hear = () => undefined),
    };
  };
  const work = async (most = Infinity): Promise<void> => {
    for (let done = 0; done < most && queue.length > 0; done += 1) {
      queue.shift()?.();
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    }
  };
  return { open, queue, work, fails, opened: () => opened, break: () => void (isBroken = true) };
}

const network = { data: 'moons', params: { rows: 60 }, epochs: 6, hidden: [4] };
let end: (() => void) | undefined;
let pool: Pool;

/** Shows all on the way at once. */
const atOnce = (work: () => void) => ({ request: work, cancel: () => undefined });

const opened = (size = 2, made = threads(), paced: Parameters<typeof followLab>[1] = atOnce) => {
  pool = createPool(size, made.open, (work) => made.queue.push(work), () => {
    end?.();
    end = followLab(pool, paced);
  }); // prettier-ignore
  end = followLab(pool, paced);
  return made;
};

afterEach(() => {
  end?.();
  end = undefined;
  labPlayer.pause();
  labPlayer.seek(0);
  replaceScene(initialScene());
});

const plain = (runs: readonly LabRun[]) => runs.map(({ place: _, ...run }) => run);
const trained = async (size: number) => {
  replaceScene({ view: 'network', network });
  const { work } = opened(size);
  labPlayer.seek(6);
  await work();
  const { runs } = labStore.getState();
  end?.();
  end = undefined;
  return plain(runs);
};

describe('networks that learn as fast as they can', () => {
  it('are shown at the pace that is given, and at once in the end', async () => {
    let asked = 0;
    let show = (): void => undefined;
    replaceScene({ view: 'network', network: { ...network, epochs: 300, hidden: [64, 64] } });
    const { work } = opened(2, threads(), (publish) => {
      show = publish;
      return { request: () => void (asked += 1), cancel: () => undefined };
    });
    await work();
    const epochs = (): number[] => labStore.getState().runs.map(({ epoch }) => epoch);
    const before = epochs();
    labPlayer.seek(300);
    await work(14);
    expect(asked).toBeGreaterThan(2);
    expect(epochs()).toEqual(before);
    show();
    expect(Math.max(...epochs())).toBeGreaterThan(Math.max(...before));
    await work();
    expect(epochs()).toEqual(before.map(() => 300));
  });
});

describe('the same seed gives the same curves, to the bit', () => {
  it('whatever the number of threads', async () => {
    const alone = await trained(1);
    expect(alone.map(({ id, epoch }) => [id, epoch])).toEqual(
      ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'].map((id) => [id, 6]),
    );
    for (const size of [2, 3, 6]) expect(await trained(size)).toEqual(alone);
  });

  it('where there are no threads at all', async () => {
    const alone = await trained(2);
    replaceScene({ view: 'network', network });
    const made = threads();
    made.break();
    const { work } = opened(2, made);
    labPlayer.seek(6);
    await work();
    expect(made.opened()).toBe(0);
    expect(plain(labStore.getState().runs)).toEqual(alone);
  });

  it('where a thread breaks on the way', async () => {
    const alone = await trained(2);
    replaceScene({ view: 'network', network });
    const { work, fails, opened: count } = opened(2);
    labPlayer.seek(6);
    await work(5);
    expect(plain(labStore.getState().runs)).not.toEqual(alone);
    expect(fails).toHaveLength(2);
    fails[1]?.();
    await work();
    expect(count()).toBe(2);
    expect(plain(labStore.getState().runs)).toEqual(alone);
  });

  it('epoch by epoch as at once, and when the scene comes back from a link at an epoch', async () => {
    const alone = await trained(2);
    replaceScene({ view: 'network', network });
    const { work } = opened(2);
    labPlayer.seek(0);
    for (let epoch = 1; epoch <= 6; epoch += 1) {
      labPlayer.stepBy(1);
      await work();
      expect(shownEpoch()).toBe(epoch);
    }
    const stepped = labStore.getState().runs.map(({ history }) => history);
    expect(stepped).toEqual(alone.map(({ history }) => history));
    // Where it rests is noted, so that the link leads back there.
    expect(sceneStore.getState().scene.network?.epoch).toBe(6);
    const kept = structuredClone(sceneStore.getState().scene);
    end?.();
    labPlayer.seek(0);
    replaceScene(kept);
    labPlayer.seek(kept.network?.epoch ?? NaN);
    const again = opened(3);
    await again.work();
    expect(labStore.getState().runs.map(({ history }) => history)).toEqual(stepped);
  });
});

describe('the lab', () => {
  it('trains again what a change concerns, and nothing else', async () => {
    replaceScene({ view: 'network', network });
    const { work } = opened();
    labPlayer.seek(3);
    await work();
    const before = labStore.getState().runs;
    change((scene) => ({ ...scene, network: { ...scene.network, rates: { adam: 0.5 } } }));
    await work();
    const after = labStore.getState().runs;
    const historyOf = (runs: readonly LabRun[], id: string) => runs.find((run) => run.id === id)?.history;
    expect(historyOf(after, 'sgd')).toBe(historyOf(before, 'sgd'));
    expect(historyOf(after, 'adam')).not.toEqual(historyOf(before, 'adam'));
    expect(historyOf(after, 'adam')?.lr).toHaveLength(4);
    mergeScene({ network: { epochs: 4 } });
    expect(historyOf(labStore.getState().runs, 'adam')).toBe(historyOf(after, 'adam'));
    expect(labPlayer.length).toBe(4);
  });

  it('notes the epoch on the way too, without a step of undo, and a drag stays one step', async () => {
    replaceScene({ view: 'network', network: { ...network, epochs: 30 } });
    const { work } = opened();
    labPlayer.seek(0);
    await work();
    const steps = () => history.getState().pastStates.length;
    const before = steps();
    labPlayer.play();
    const recipe = (lr: number) => (scene: Scene) => ({ ...scene, network: { ...scene.network, rates: { adam: lr } } });
    change(recipe(0.1), 'drag');
    for (let frame = 0; frame < 40 && labPlayer.step < 12; frame += 1) {
      await work();
      labPlayer.advance(0.05);
    }
    change(recipe(0.2), 'drag');
    expect(labPlayer.step).toBe(12);
    expect(sceneStore.getState().scene.network?.epoch).toBe(10);
    expect(steps()).toBe(before + 1);
  });

  it('goes back to what was recorded', async () => {
    replaceScene({ view: 'network', network });
    const { work } = opened();
    labPlayer.seek(6);
    await work();
    const [last] = labStore.getState().runs;
    labPlayer.seek(2);
    await work();
    const [back] = labStore.getState().runs;
    expect([back?.shown, back?.epoch]).toEqual([2, 6]);
    expect(back?.outputs).not.toEqual(last?.outputs);
    expect(back && recordAt(back, 2)?.epoch).toBe(2);
  });

  it('tells which epoch a picture is of where it rests on one that was not kept', async () => {
    replaceScene({ view: 'network', network: { ...network, epochs: 600 } });
    const { work } = opened();
    labPlayer.seek(600);
    await work();
    const seen = async (epoch: number) => {
      labPlayer.seek(epoch);
      await work();
      return labStore.getState().runs.map((run) => [run.shown, otherEpochOf(run)]);
    };
    expect(await seen(300)).toEqual(Array.from({ length: 6 }, () => [300, undefined]));
    expect(await seen(302)).toEqual(Array.from({ length: 6 }, () => [300, 300]));
    labPlayer.play();
    expect(labStore.getState().runs.map(otherEpochOf)).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  it('tells which network diverged, and goes on with the others', async () => {
    replaceScene({ view: 'network', network: { ...network, data: 'wave', rates: { sgd: 1e200 } } });
    const { work } = opened();
    labPlayer.seek(6);
    await work();
    const told = labStore.getState().runs.map(({ id, divergedAt, epoch }) => [id, divergedAt !== undefined, epoch]);
    expect(told[0]?.slice(0, 2)).toEqual(['sgd', true]);
    expect(told.slice(1)).toEqual(['momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'].map((id) => [id, false, 6]));
  });

  it('says why there are no samples, and keeps the settings', async () => {
    replaceScene({ view: 'network', network: { data: 'csv', table: 'a,b\n1,2' } });
    opened();
    const { samples, runs } = labStore.getState();
    expect(samples.fault?.en).toContain('10');
    expect(runs).toEqual([]);
    expect(sceneStore.getState().scene.network?.table).toBe('a,b\n1,2');
  });

  it('tells the missing values of a table', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 7},${i === 4 ? '' : i % 5},${i % 2 ? 'a' : 'b'}`);
    replaceScene({ view: 'network', network: { data: 'csv', table: `x,y,kind\n${rows.join('\n')}`, epochs: 2 } });
    const { work } = opened();
    labPlayer.seek(2);
    await work();
    const { samples, runs } = labStore.getState();
    expect(samples.data?.rows).toBe(29);
    expect(samples.notes.map(({ en }) => en)).toContainEqual(expect.stringContaining('a value is missing in column 2'));
    expect(runs.map(({ epoch }) => epoch)).toEqual([2, 2, 2, 2, 2, 2]);
  });
});
