import * as v from 'valibot';
import { findLesson } from '../lessons/all.ts';
import { revealStore } from '../lessons/lesson.ts';
import { ownStore, takeOwn } from '../lessons/own.ts';
import type { Playback } from '../playback.ts';
import { presentation } from '../presentation.ts';
import { readScene } from '../read/scene.ts';
import { playbackOf, playbacks } from '../shownPlayback.ts';
import { change, sceneStore } from '../store.ts';
import type { Field, Share } from './share.ts';

const screenSchema = v.object({ isOn: v.boolean(), isBlank: v.boolean() });
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));
const placeSchema = v.object({
  position: positive,
  playing: v.boolean(),
  speed: v.pipe(positive, v.gtValue(0)),
  until: v.optional(positive),
});

const shown = (): Playback => playbackOf(sceneStore.getState().scene);

/** What the presenter's window and the projected one have in common. */
export const shownFields = {
  /** Before the scene, which may tell one of them. */
  own: { read: () => ownStore.getState().lessons, take: takeOwn },
  scene: {
    read: () => sceneStore.getState().scene,
    take(value) {
      if (typeof value !== 'object' || value === null) return;
      const { scene } = readScene(value);
      if (JSON.stringify(scene) !== JSON.stringify(sceneStore.getState().scene)) change(() => scene, 'presenter');
    },
  },
  /** The lesson whose answer is shown; null where none is. */
  revealed: {
    read: () => revealStore.getState().revealed ?? null,
    take: (value) => revealStore.setState({ revealed: findLesson(value)?.id }),
  },
  screen: {
    read() {
      const { isOn, isBlank } = presentation.getState();
      return { isOn, isBlank };
    },
    take(value) {
      const read = v.safeParse(screenSchema, value);
      if (read.success) presentation.setState(read.output);
    },
  },
  place: {
    read() {
      const { position, playing, speed, until } = shown();
      return { position, playing, speed, ...(until !== undefined && { until }) };
    },
    take(value) {
      const read = v.safeParse(placeSchema, value);
      if (read.success) shown().put(read.output);
    },
  },
} as const satisfies Record<string, Field>;

/** Tells the others of every change here; returns what ends it. */
export function followShown({ wrote, moved }: Share): () => void {
  const told = new Map(playbacks.map((one) => [one, one.told]));
  const ends = [
    sceneStore.subscribe(({ scene }, { scene: before }) => {
      if (scene === before) return;
      wrote('scene');
      if (playbackOf(scene) !== playbackOf(before)) wrote('place');
    }),
    ownStore.subscribe(({ lessons }, before) => lessons !== before.lessons && wrote('own')),
    revealStore.subscribe(() => wrote('revealed')),
    presentation.subscribe(() => wrote('screen')),
    ...playbacks.map((one) =>
      one.subscribe(() => {
        const isTold = one.told !== told.get(one);
        told.set(one, one.told);
        if (one !== shown()) return;
        if (isTold) wrote('place');
        else moved('place');
      }),
    ),
  ];
  return () => ends.forEach((end) => end());
}
