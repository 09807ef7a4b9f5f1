import { beforeEach, describe, expect, it } from 'vitest';
import { chosenMaps } from '../../src/state/maps/chosen.ts';
import { probeStore, setProbe } from '../../src/state/maps/probe.ts';
import { initialScene, type Runner, type Scene, withSurface } from '../../src/state/scene.ts';
import { change, dismissProblems, sceneStore, undo } from '../../src/state/store.ts';
import { basinSource, hyperSource } from '../../src/ui/maps/sources.ts';
import { withMaps } from '../../src/ui/maps/recipes.ts';
import { isWhole, withSurfaceMapped } from '../../src/ui/maps/zoom.ts';

const now = (): Scene => sceneStore.getState().scene;
const said = (): string => probeStore.getState().said;
const place = [0.6, 0.55] as const;

function sourceNow() {
  const maps = chosenMaps(now());
  return hyperSource(now(), maps, maps.runner as Runner, []);
}

beforeEach(() => {
  sceneStore.setState({ scene: { ...initialScene('rosenbrock'), maps: { kind: 'hyper', optimizer: 'adam' } } });
  setProbe({ across: place[0], up: place[1] });
});

describe('two settings that are taken over', () => {
  it('leave the map where it is, and stand where they were pointed at, in one step of undo', () => {
    const before = now();
    const { axes, runner } = chosenMaps(before);
    sourceNow().adopt(...place);
    expect(now().optimizers.find(({ id }) => id === 'adam')?.lr).not.toBe(runner?.lr);
    expect(chosenMaps(now()).axes).toEqual(axes);
    const here = sourceNow().here();
    place.forEach((at, i) => expect(here?.[i]).toBeCloseTo(at, 9));
    undo();
    expect(now()).toBe(before);
  });

  it('leave another surface its own usual axes', () => {
    change(withMaps({ optimizer: 'sgd' }));
    const usual = chosenMaps(withSurfaceMapped(now(), 'himmelblau')).axes;
    expect(usual.map(({ name }) => name)).toEqual(['lr', 'start.x']);
    expect(usual).not.toEqual(chosenMaps(now()).axes);
    sourceNow().adopt(...place);
    change((scene) => withSurfaceMapped(scene, 'himmelblau'));
    expect(chosenMaps(now()).axes).toEqual(usual);
  });

  it.each<[string, (scene: Scene) => Scene]>([
    ['while they are not in sight', (scene) => withSurfaceMapped(withMaps({ kind: 'basins' })(scene), 'himmelblau')],
    ['elsewhere', (scene) => withSurface(scene, 'himmelblau')],
  ])('leave another surface its own usual axes that is chosen %s', (_, move) => {
    change(withMaps({ optimizer: 'sgd' }));
    const usual = chosenMaps(withSurface(now(), 'himmelblau')).axes;
    sourceNow().adopt(...place);
    expect(now().maps?.x).toBeDefined();
    change(move);
    change(withMaps({ kind: 'hyper' }));
    expect(chosenMaps(now()).axes).toEqual(usual);
    expect(isWhole(now())).toBe(true);
  });

  it('write no axes that would stay where they are', () => {
    change(withMaps({ x: undefined, y: undefined, optimizer: 'sgd' }));
    const { axes, runner } = chosenMaps(now());
    const here = sourceNow().here();
    expect(here).toBeDefined();
    sourceNow().adopt(...(here as [number, number]));
    expect(now().optimizers.find(({ id }) => id === 'sgd')?.lr).toBeCloseTo(runner?.lr ?? 0, 9);
    expect(now().maps).not.toHaveProperty('x');
    expect(chosenMaps(now()).axes).toEqual(axes);
  });
});

describe('what was said to be taken over', () => {
  it.each<[string, () => void]>([
    ['optimizer', () => change(withMaps({ optimizer: 'sgd', x: undefined, y: undefined }))],
    ['kind', () => change(withMaps({ kind: 'basins' }))],
    ['axis', () => change(withMaps({ y: { name: 'beta2', from: 0, to: 0.999, scale: 'decay' } }))],
    ['surface', () => change((scene) => withSurface(scene, 'himmelblau'))],
    ['scene before it', undo],
  ])('is over with another %s', (_, other) => {
    sourceNow().adopt(...place);
    expect(said()).toContain('beta1');
    other();
    expect(said()).toBe('');
    expect(probeStore.getState().probe).not.toBeNull();
  });

  it('stays as long as the scene does, of starts too', () => {
    sourceNow().adopt(...place);
    dismissProblems();
    expect(said()).toContain('beta1');
    const maps = chosenMaps(now());
    basinSource(now(), maps, maps.runner as Runner, () => undefined).adopt(...place);
    expect(said()).toMatch(/^\(.*\)/);
    expect(said()).not.toContain('beta1');
  });
});
