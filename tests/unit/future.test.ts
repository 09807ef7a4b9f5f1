import { beforeEach, describe, expect, it } from 'vitest';
import { futureRow, futureStore, setFuture } from '../../src/state/future.ts';
import { interventionsIn, withIntervention, withMove } from '../../src/state/interventions.ts';
import { playback } from '../../src/state/playback.ts';
import { preferences } from '../../src/state/preferences.ts';
import { runsStore } from '../../src/state/runs.ts';
import { initialScene, type Scene, type SceneIntervention } from '../../src/state/scene.ts';
import { canUndo, history, sceneStore, settle, undo } from '../../src/state/store.ts';
import { moveHyper, takeHold } from '../../src/ui/future/move.ts';

const mu = (step: number, value: number): SceneIntervention => ({ step, id: 'momentum', name: 'mu', value });
const scene = (): Scene => sceneStore.getState().scene;
const list = (): readonly SceneIntervention[] => interventionsIn(scene());
const baseOf = (id: string, name: string): unknown => scene().optimizers.find((runner) => runner.id === id)?.[name];
const add = (...items: SceneIntervention[]): Scene =>
  items.reduce((before, item) => withIntervention(item)(before), initialScene());

describe('a move of a hand', () => {
  it('records what it passes, and what was there gives way', () => {
    const before = add(mu(10, 0.5), mu(12, 0.6), mu(20, 0.7));
    expect(interventionsIn(withMove(mu(15, 0.8), 11)(before))).toEqual([mu(10, 0.5), mu(15, 0.8), mu(20, 0.7)]);
    expect(interventionsIn(withMove(mu(15, 0.8))(before))).toEqual([
      mu(10, 0.5),
      mu(12, 0.6),
      mu(15, 0.8),
      mu(20, 0.7),
    ]);
  });
  it('to the value that holds there anyway leaves nothing', () => {
    expect(withMove(mu(15, 0.9))(add(mu(15, 0.8)))).toEqual(initialScene());
    expect(interventionsIn(withMove(mu(15, 0.5))(add(mu(10, 0.5))))).toEqual([mu(10, 0.5)]);
  });
});

describe('changing the future only', () => {
  beforeEach(() => {
    sceneStore.setState({ scene: initialScene(), problems: [] });
    settle();
    history.getState().clear();
    preferences.setState({ linkRates: false });
    playback.pause();
    playback.seek(0);
    setFuture(false);
  });

  it('is off at first: a slider changes the whole run wherever the cursor is', () => {
    playback.seek(50);
    expect(futureRow()).toBe(0);
    moveHyper('momentum', 'mu', 0.5, takeHold());
    expect([baseOf('momentum', 'mu'), list()]).toEqual([0.5, []]);
  });

  it('makes an intervention at the cursor, updates it, and at the start changes the whole run', () => {
    setFuture(true);
    moveHyper('momentum', 'mu', 0.7, takeHold());
    expect([baseOf('momentum', 'mu'), list()]).toEqual([0.7, []]);
    playback.seek(50);
    const before = runsStore.getState().runs.find(({ id }) => id === 'momentum');
    const hold = takeHold();
    moveHyper('momentum', 'mu', 0.8, hold);
    moveHyper('momentum', 'mu', 0.95, hold);
    expect([baseOf('momentum', 'mu'), list()]).toEqual([0.7, [mu(50, 0.95)]]);
    const after = runsStore.getState().runs.find(({ id }) => id === 'momentum');
    expect(after?.columns['x']?.subarray(0, 51)).toEqual(before?.columns['x']?.subarray(0, 51));
    expect(after?.columns['x']?.[51]).not.toBe(before?.columns['x']?.[51]);
    moveHyper('momentum', 'mu', 0.7, takeHold());
    expect(list()).toEqual([]);
  });

  it('leaves the step under way as it is, since some of it was shown', () => {
    setFuture(true);
    playback.seek(50.25);
    moveHyper('momentum', 'mu', 0.5, takeHold());
    expect(list()).toEqual([mu(51, 0.5)]);
  });

  it('records a drag during playback as the hand moved, one step of undo in all', () => {
    setFuture(true);
    playback.seek(10);
    playback.play();
    const hold = takeHold();
    const values = [0.85, 0.8, 0.7, 0.75];
    for (const value of values) {
      playback.advance(1 / 60);
      moveHyper('momentum', 'mu', value, hold);
    }
    settle();
    expect(list()).toEqual(values.map((value, i) => mu(11 + i, value)));
    const column = runsStore.getState().runs.find(({ id }) => id === 'momentum')?.columns['mu'];
    expect([10, 11, 12, 13, 14, 15].map((row) => column?.[row])).toEqual([0.9, ...values, 0.75]);
    undo();
    expect(scene()).toEqual(initialScene());
    expect(canUndo()).toBe(false);
  });

  it('takes linked rates along by the same factor, from what holds there', () => {
    sceneStore.setState({ scene: { ...add({ step: 20, id: 'adam', name: 'lr', value: 0.5 }) } });
    const [sgd, momentum] = [baseOf('sgd', 'lr') as number, baseOf('momentum', 'lr') as number];
    preferences.setState({ linkRates: true });
    setFuture(true);
    playback.seek(40);
    moveHyper('sgd', 'lr', sgd / 2, takeHold());
    const at40 = list().filter(({ step }) => step === 40);
    expect(at40.map(({ id }) => id)).toEqual(scene().optimizers.map(({ id }) => id));
    expect(at40.find(({ id }) => id === 'adam')?.value).toBe(0.25);
    expect(at40.find(({ id }) => id === 'momentum')?.value).toBe(Number((momentum / 2).toPrecision(3)));
    expect(baseOf('sgd', 'lr')).toBe(sgd);
  });

  it('refuses what comes after the end, and more than can be, and says so', () => {
    setFuture(true);
    playback.seek(playback.length);
    moveHyper('momentum', 'mu', 0.5, takeHold());
    expect(futureStore.getState()).toEqual({ isOn: true, refused: 'end' });
    expect(scene()).toEqual(initialScene());
    sceneStore.setState({ scene: add(...Array.from({ length: 256 }, (_, i) => mu(i + 100, 0.5 + i / 1000))) });
    playback.seek(50);
    moveHyper('momentum', 'mu', 0.5, takeHold());
    expect(futureStore.getState().refused).toBe('full');
    playback.seek(100);
    moveHyper('momentum', 'mu', 0.6, takeHold());
    expect(futureStore.getState()).toEqual({ isOn: true });
  });
});
