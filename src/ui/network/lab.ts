import { isHeld, lessonIn } from '../../state/lessons/lesson.ts';
import { followLab, slowLab } from '../../state/network/lab.ts';
import { labPlayer } from '../../state/network/player.ts';
import { createPool, type Pool } from '../../state/network/pool.ts';
import { sceneStore } from '../../state/store.ts';
import { isStill } from '../motion.ts';
import { atMostEvery } from '../paced.ts';
import { portTo } from '../thread/portTo.ts';

/** Threads at most: one per network; one core is left to the page, so that it stays smooth. */
const mostThreads = 6;

/** Milliseconds between two pictures of networks that learn as fast as they can: the page is to have time for more. */
const reportEvery = 100;

const threads = (): number => Math.min(mostThreads, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));

let end: (() => void) | undefined;

/** The threads of the lab. */
export const labPool: Pool = createPool(
  threads(),
  () => portTo(new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'network' })),
  (work) => setTimeout(work),
  () => {
    slowLab();
    end?.();
    end = followLab(labPool, atMostEvery(reportEvery));
  },
);

/** Opens the lab where nobody has yet: at the epoch that the scene names, before the first while a lesson waits, else learning from the start. */
export function openLab(): void {
  if (end !== undefined) return;
  const { scene } = sceneStore.getState();
  const lesson = lessonIn(scene);
  const epoch = lesson !== undefined && isHeld(lesson) ? 0 : scene.network?.epoch;
  if (epoch !== undefined) labPlayer.seek(epoch);
  else if (isStill()) labPlayer.seek(labPlayer.length);
  end = followLab(labPool, atMostEvery(reportEvery));
  if (epoch === undefined && !isStill()) labPlayer.play();
}
