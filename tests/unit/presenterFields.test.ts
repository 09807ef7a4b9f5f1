import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../src/state/presenter/message.ts';
import { lessons } from '../../src/lessons/catalog.ts';
import { type Air, air } from './presenter/air.ts';

/** A window: the stores of a page of its own. */
async function open(on: Air, id: string, role: Role) {
  vi.resetModules();
  const [session, lesson, presentation, store, shown] = await Promise.all([
    import('../../src/state/presenter/session.ts'),
    import('../../src/state/lessons/lesson.ts'),
    import('../../src/state/presentation.ts'),
    import('../../src/state/store.ts'),
    import('../../src/state/shownPlayback.ts'),
  ]);
  session.join(id, role, on.wire());
  const scene = () => store.sceneStore.getState().scene;
  const playback = () => shown.playbackOf(scene());
  const seen = () => {
    const { isOn, isBlank } = presentation.presentation.getState();
    const { position, playing, speed } = playback();
    const { revealed } = lesson.revealStore.getState();
    return { scene: scene(), isOn, isBlank, revealed, position, playing, speed };
  };
  const act = (kind: number, value: number): void => {
    const show = playback();
    const acts = [
      lesson.goOn,
      lesson.goOn,
      lesson.goBack,
      presentation.present,
      presentation.toggleBlank,
      presentation.stopPresenting,
      show.toggle,
      show.stepOn,
      show.restart,
      () => show.seek(value * show.length),
      () => show.setSpeed([0.5, 1, 4][Math.floor(value * 3)] ?? 1),
      () => store.change((now) => ({ ...now, seed: Math.floor(value * 100) })),
      store.undo,
      () => show.advance(value),
    ];
    acts[kind % acts.length]?.();
  };
  const { join, quit, sessionStore } = session;
  const others = () => sessionStore.getState().others;
  return { seen, act, join, quit, others, isPossible: () => sessionStore.getState().isPossible };
}

/** 0 … 1, the same each time. Park & Miller 1988. */
const random = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;

describe('the presenter’s window and the projected one', () => {
  let on: Air;
  beforeEach(() => {
    on = air();
  });

  it('stay in step through 200 random actions in either, one of them loaded again on the way', async () => {
    const next = random(7);
    let projected = await open(on, 'a', 'projected');
    const presenter = await open(on, 'b', 'presenter');
    on.deliverAll();
    const lessonsSeen = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      (next() < 0.5 ? projected : presenter).act(Math.floor(next() * 14), next());
      if (next() < 0.7) on.deliverAll();
      lessonsSeen.add(projected.seen().scene.lesson ?? '');
      if (i !== 100) continue;
      projected.quit();
      projected = await open(on, 'c', 'projected');
    }
    on.deliverAll();
    expect(projected.seen()).toEqual(presenter.seen());
    expect(lessonsSeen.size).toBeGreaterThan(5);
    expect(presenter.others()).toEqual(['projected']);
  });

  it('what is no scene, no lesson and no place changes nothing', async () => {
    const projected = await open(on, 'a', 'projected');
    const before = projected.seen();
    const stranger = on.wire();
    const stamp = { count: 5, by: 'z' };
    const wrote = (field: string, value: unknown): void =>
      stranger.send({ kind: 'wrote', from: 'z', field, stamp, value });
    wrote('scene', 'a scene');
    wrote('revealed', 4);
    wrote('screen', { isOn: 'yes' });
    wrote('place', { position: -1, playing: true, speed: 0 });
    on.deliverAll();
    expect(projected.seen()).toEqual(before);
  });

  it('a browser that cannot join windows says so, and the window goes on alone', async () => {
    const projected = await open(on, 'a', 'projected');
    projected.join('a', 'projected', undefined);
    projected.act(0, 0);
    expect(projected.isPossible()).toBe(false);
    expect(projected.seen().scene.lesson).toBe(lessons[0]?.id);
  });

  it('say nothing of a playback that neither shows', async () => {
    vi.resetModules();
    const [{ followShown }, { playback }, { player }] = await Promise.all([
      import('../../src/state/presenter/fields.ts'),
      import('../../src/state/playback.ts'),
      import('../../src/state/backprop/player.ts'),
    ]);
    const said: string[] = [];
    const end = followShown({
      wrote: (field) => said.push(`wrote ${field}`),
      moved: (field) => said.push(`moved ${field}`),
      end: () => undefined,
    });
    player.setSpeed(2);
    player.play();
    player.advance(0.01);
    expect(said).toEqual([]);
    playback.setSpeed(2);
    playback.play();
    playback.advance(0.01);
    expect(said).toEqual(['wrote place', 'wrote place', 'moved place']);
    end();
    playback.pause();
    expect(said).toHaveLength(3);
  });

  it('the notes belong to a lesson that both tell', async () => {
    const projected = await open(on, 'a', 'projected');
    const presenter = await open(on, 'b', 'presenter');
    on.deliverAll();
    presenter.act(0, 0);
    on.deliverAll();
    expect(projected.seen().scene.lesson).toBe(lessons[0]?.id);
  });
});
