import { beforeEach, describe, expect, it } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { breakGate } from '../../src/state/backprop.ts';
import { examples } from '../../src/state/backprop/examples.ts';
import { programIn, shownNow } from '../../src/state/backprop/shown.ts';
import { playback } from '../../src/state/playback.ts';
import { runsStore } from '../../src/state/runs.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { withSurface } from '../../src/state/initial.ts';

const [first] = examples;
const show = (recipe: (scene: Scene) => Scene): ReturnType<typeof shownNow> => {
  change(recipe);
  return shownNow();
};
const gradients = ({ trace }: ReturnType<typeof shownNow>): Record<string, number> =>
  Object.fromEntries([...trace.named].map(([name, { gradient }]) => [name, gradient]));

beforeEach(() => sceneStore.setState({ scene: initialScene() }));

describe('what the backprop view shows', () => {
  it('is the first example, with its numbers, until something else is asked for', () => {
    expect(programIn(initialScene())).toEqual({ program: first.program, inputs: { a: 2, b: 1 } });
    expect(gradients(shownNow())).toEqual({ a: 2, b: 5, c: 2, d: 3, e: 1 });
    const { scene } = readScene({ backprop: { inputs: { b: 3 } } });
    expect(programIn(scene).inputs).toEqual({ a: 2, b: 3 });
  });

  it('is a program with 1 for every input that has no number', () => {
    const { scene } = readScene({ backprop: { program: 'x*y + max(z, w)', inputs: { y: -4, w: -1 } } });
    expect(programIn(scene).inputs).toEqual({ x: 1, y: -4, z: 1, w: -1 });
  });

  it.each(examples.map(({ program, inputs }) => [program, inputs] as const))(
    'is each example, all of whose inputs have numbers: %s',
    (program, inputs) => {
      const { scene, problems } = readScene({ backprop: { program, inputs } });
      expect(problems).toEqual([]);
      expect(programIn(scene).inputs).toEqual(inputs);
      expect([...show(() => scene).trace.values].every(Number.isFinite)).toBe(true);
    },
  );

  it('is the same object until something changes', () => {
    const before = shownNow();
    change((scene) => ({ ...scene, seed: 7 }));
    playback.seek(3);
    expect(shownNow()).toBe(before);
    expect(show((scene) => ({ ...scene, backprop: { inputs: { a: 3 } } }))).not.toBe(before);
  });
});

describe('a broken gate', () => {
  const broken = (): ReturnType<typeof shownNow> => {
    const { circuit } = show((scene) => ({ ...scene, backprop: { program: first.program, inputs: first.inputs } }));
    const gate = circuit.gates.findIndex(({ names }) => names.includes('d'));
    breakGate({ of: circuit, gate, factor: -1 });
    return shownNow();
  };

  it('is broken in what is shown, and not in the circuit itself', () => {
    const found = broken();
    expect(gradients(found)).toEqual({ a: 2, b: -1, c: 2, d: 3, e: 1 });
    expect(found.trace.circuit).not.toBe(found.circuit);
    breakGate(null);
    expect(gradients(shownNow())).toEqual({ a: 2, b: 5, c: 2, d: 3, e: 1 });
  });

  it('stays with its circuit: its numbers may change, another program is sound', () => {
    const before = broken().trace.circuit;
    const moved = show((scene) => ({ ...scene, backprop: { program: first.program, inputs: { a: 1, b: 1 } } }));
    expect(moved.trace.circuit).toBe(before);
    const other = show((scene) => ({ ...scene, backprop: { program: 'c = a + b; d = b + 2; c*d', inputs: {} } }));
    expect(other.trace.circuit).toBe(other.circuit);
  });
});

describe('the surface in the backprop view', () => {
  const ofSurface = (scene: Scene): Scene => ({ ...scene, backprop: { of: 'surface' } });

  it.each(surfaces.map(({ id }) => id))(
    '%s: has the gradients of the run at the row under the cursor, to the bit',
    (id) => {
      show((scene) => ofSurface({ ...withSurface(scene, id), steps: 40, inspect: 'momentum' }));
      const run = runsStore.getState().runs.find((one) => one.id === 'momentum');
      for (const row of [0, 1, 17, 40]) {
        playback.seek(row + 0.4);
        const shown = shownNow();
        expect(shown.place).toEqual({ run, row });
        const { x, y } = gradients(shown);
        expect([x, y]).toEqual(['gx', 'gy'].map((name) => run?.columns[name]?.[row]));
      }
    },
  );

  it('is looked at where the inspected optimizer is, else the solo one, else the first', () => {
    const whose = (part: Partial<Scene>): string | undefined =>
      show((scene) => ofSurface({ ...scene, ...part })).place?.run.id;
    expect(whose({})).toBe('sgd');
    expect(whose({ solo: 'adam' })).toBe('adam');
    expect(whose({ inspect: 'rmsprop' })).toBe('rmsprop');
  });

  it('is looked at in the start where nothing runs', () => {
    const scene = ofSurface(initialScene());
    const none = { ...scene, optimizers: scene.optimizers.map((runner) => ({ ...runner, off: true })) };
    const shown = show(() => none);
    expect(shown.place).toBeUndefined();
    expect([shown.inputs['x'], shown.inputs['y']]).toEqual(scene.start);
  });
});
