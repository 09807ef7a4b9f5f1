import { describe, expect, it } from 'vitest';
import { createPlayback, cursorAfter, type Playback, stepsPerSecond } from '../../src/state/playback.ts';
import { initialScene, withSurface } from '../../src/state/scene.ts';

const over = (length: number): Playback => createPlayback(() => length);

describe('playback', () => {
  it('moves only while it plays, at its speed, and pauses at the end', () => {
    const playback = over(100);
    expect([playback.advance(1), playback.position]).toEqual([false, 0]);
    playback.play();
    expect(playback.advance(0.5)).toBe(true);
    expect(playback.position).toBeCloseTo(0.5 * stepsPerSecond, 12);
    playback.setSpeed(0.1);
    playback.advance(0.5);
    expect(playback.position).toBeCloseTo(0.55 * stepsPerSecond, 12);
    expect(playback.step).toBe(Math.floor(0.55 * stepsPerSecond));
    playback.advance(1000);
    expect([playback.position, playback.playing]).toEqual([100, false]);
  });

  it('plays from the start again after the end', () => {
    const playback = over(100);
    playback.seek(100);
    playback.play();
    expect([playback.position, playback.playing]).toEqual([0, true]);
  });

  it('steps by whole steps and pauses', () => {
    const playback = over(100);
    playback.seek(10.5);
    playback.play();
    playback.stepBy(1);
    expect([playback.position, playback.playing]).toEqual([11, false]);
    playback.seek(10.5);
    playback.stepBy(-1);
    expect(playback.position).toBe(10);
    playback.stepBy(-50);
    expect(playback.position).toBe(0);
    playback.stepBy(1e9);
    expect(playback.position).toBe(100);
  });

  it('stays within the runs, and finds its place again when they are long again', () => {
    let length = 100;
    const playback = createPlayback(() => length);
    playback.seek(80);
    length = 30;
    expect([playback.position, playback.length]).toEqual([30, 30]);
    length = 100;
    expect(playback.position).toBe(80);
    for (const [asked, found] of [
      [-1, 0],
      [NaN, 0],
      [Infinity, 100],
    ] as const) {
      playback.seek(asked);
      expect(playback.position).toBe(found);
    }
  });

  it('takes a single step at once', () => {
    const playback = over(100);
    playback.seek(10.5);
    playback.stepOn();
    expect([playback.position, playback.playing]).toEqual([11, false]);
  });

  it('restarts without changing whether it plays', () => {
    const playback = over(100);
    playback.seek(50);
    playback.restart();
    expect([playback.position, playback.playing]).toEqual([0, false]);
    playback.play();
    playback.advance(0.1);
    playback.restart();
    expect([playback.position, playback.playing]).toEqual([0, true]);
  });

  it('takes only speeds that go forward', () => {
    const playback = over(100);
    for (const speed of [0, -1, NaN, Infinity]) playback.setSpeed(speed);
    expect(playback.speed).toBe(1);
  });

  it('tells its listeners of every change, and of nothing else', () => {
    const playback = over(100);
    let told = 0;
    const end = playback.subscribe(() => (told += 1));
    playback.pause();
    playback.seek(0);
    playback.advance(1);
    expect(told).toBe(0);
    playback.play();
    playback.advance(0.1);
    playback.seek(7);
    playback.setSpeed(2);
    playback.toggle();
    expect(told).toBe(5);
    end();
    playback.toggle();
    expect(told).toBe(5);
  });

  it('has nowhere to go in runs of no step', () => {
    const playback = over(0);
    playback.play();
    playback.advance(1);
    expect([playback.position, playback.playing]).toEqual([0, false]);
  });
});

describe('a playback that glides', () => {
  const gliding = (length: number): Playback => createPlayback(() => length, { perSecond: 2, glides: true });

  it('has a pace of its own', () => {
    const playback = gliding(10);
    playback.play();
    playback.advance(1.5);
    expect(playback.position).toBe(3);
  });

  it('plays a single step to its end, and the next at once where it is asked for in between', () => {
    const playback = gliding(10);
    playback.stepOn();
    expect([playback.position, playback.playing]).toEqual([0, true]);
    playback.advance(0.25);
    expect([playback.position, playback.playing]).toEqual([0.5, true]);
    playback.stepOn();
    expect([playback.position, playback.playing]).toEqual([1, true]);
    playback.advance(9);
    expect([playback.position, playback.playing]).toEqual([2, false]);
    playback.play();
    playback.advance(9);
    expect(playback.position).toBe(10);
    playback.stepOn();
    expect([playback.position, playback.playing]).toEqual([10, false]);
  });

  it('finishes a step that was begun, and forgets it where it goes elsewhere', () => {
    const playback = gliding(10);
    playback.seek(4.5);
    playback.stepOn();
    playback.advance(9);
    expect([playback.position, playback.playing]).toEqual([5, false]);
    playback.stepOn();
    playback.seek(7);
    playback.advance(9);
    expect(playback.position).toBe(10);
  });
});

describe('a playback of what is still being made', () => {
  it('waits where it is, playing, and goes on once that is there', () => {
    let isReady = false;
    const playback = createPlayback(() => 10, { perSecond: 2, glides: true, isReady: () => isReady });
    playback.play();
    expect([playback.advance(1), playback.position, playback.playing]).toEqual([false, 0, true]);
    isReady = true;
    expect([playback.advance(1), playback.position, playback.playing]).toEqual([true, 2, true]);
  });
});

describe('the cursor when the scene changes', () => {
  const before = initialScene();

  it('stays under a slider, starts over on another surface, goes where a link says', () => {
    expect(cursorAfter(before, { ...before, noise: 1 })).toBeUndefined();
    expect(cursorAfter(before, withSurface(before, 'himmelblau'))).toBe(0);
    expect(cursorAfter(before, { ...withSurface(before, 'himmelblau'), cursor: 12 })).toBe(12);
    expect(cursorAfter({ ...before, cursor: 12 }, { ...before, cursor: 12, noise: 1 })).toBeUndefined();
  });
});
