import { beforeEach, describe, expect, it } from 'vitest';
import { api } from '../../src/app/api.ts';
import type { MapSpec } from '../../src/app/map.ts';
import { setProjector } from '../../src/scene/projection.ts';
import { preferences } from '../../src/state/preferences.ts';
import { initialScene } from '../../src/state/scene.ts';
import { sceneStore } from '../../src/state/store.ts';
import { poolHere } from './poolHere.ts';

const run = poolHere();

beforeEach(() => {
  preferences.setState({ language: 'en' });
  sceneStore.setState({ scene: initialScene(), problems: [] });
});

const spec: MapSpec = {
  optimizer: 'adam',
  axes: [{ name: 'start.x' }, { name: 'start.y' }],
  size: [70, 70],
  steps: 20,
  backend: 'worker',
};

/** What becomes of a map: "made", the message that it is rejected with, or "waits" where all work is done and it is neither. */
async function end(given: object): Promise<string> {
  let found = 'waits';
  api.map({ ...spec, ...given }).then(
    () => (found = 'made'),
    (error: unknown) => (found = error instanceof Error ? error.message : String(error)),
  );
  for (let turn = 0; turn < 5 && found === 'waits'; turn += 1) {
    await new Promise((next) => setTimeout(next));
    run();
  }
  return found;
}

describe('window.downhill.map', () => {
  it('rejects with what onProgress throws, asks it for nothing more, and makes the next map', async () => {
    let asked = 0;
    const onProgress = (): void => {
      asked += 1;
      throw new Error('mine');
    };
    expect(await end({ onProgress })).toBe('mine');
    expect(asked).toBe(1);
    const shares: number[] = [];
    expect(await end({ onProgress: (share: number) => shares.push(share) })).toBe('made');
    expect(shares.at(-1)).toBe(1);
  });

  it.each<[object, string, string]>([
    [{ size: 5 }, 'size: expected width and height', 'size：应为宽和高'],
    [{ size: {} }, 'size: expected width and height', 'size：应为宽和高'],
    [{ size: [4] }, 'size: expected width and height', 'size：应为宽和高'],
    [{ size: ['4', 4] }, 'size[0]: expected a whole number from 1 to 4096', 'size[0]：应为 1 到 4096 的整数'],
    [{ signal: 5 }, 'signal: expected an AbortSignal', 'signal：应为 AbortSignal'],
    [{ signal: {} }, 'signal: expected an AbortSignal', 'signal：应为 AbortSignal'],
    [{ onProgress: 5 }, 'onProgress: expected a function', 'onProgress：应为函数'],
    [{ axes: [{ name: Object.create(null) as string }, { name: 'lr' }] }, 'axes[0].name: expected one of lr, beta1, beta2, eps, start.x, start.y, surface.a, surface.b', 'axes[0].name：应为以下之一：lr、beta1、beta2、eps、start.x、start.y、surface.a、surface.b'], // prettier-ignore
  ])('rejects with a sentence for %j', async (given, english, chinese) => {
    expect(await end(given)).toBe(english);
    preferences.setState({ language: 'zh' });
    expect(await end(given)).toBe(chinese);
  });

  it('takes null for what is left out, as JSON has it', async () => {
    expect(await end({ signal: null, onProgress: null, tolerance: undefined })).toBe('made');
  });
});

describe('window.downhill.project', () => {
  it('is undefined for what is no point, and where nothing is seen', () => {
    setProjector((x, y) => (x > 5 ? { x: NaN, y: NaN } : { x, y }));
    expect(api.project(1, 2)).toEqual({ x: 1, y: 2 });
    const project = api.project as (...given: unknown[]) => unknown;
    for (const given of [[], [NaN, NaN], [1], ['a', {}], [Infinity, 0], [Symbol('x'), 1], [9, 9]])
      expect(project(...given)).toBeUndefined();
    setProjector(undefined);
    expect(api.project(1, 2)).toBeUndefined();
  });
});
