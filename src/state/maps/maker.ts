import type { SweepPool } from '../../sweep/pool.ts';

let made: SweepPool | undefined;
let make: (() => SweepPool) | undefined;

/** What makes maps, started when the first is wanted. */
export const keepSweepPool = (start: () => SweepPool): void => {
  make = start;
};

/** The pool of threads that makes maps. Throws where the page has not said how to start it. */
export function sweepPoolNow(): SweepPool {
  made ??= make?.();
  if (made === undefined) throw new Error('expected a pool of threads for maps');
  return made;
}
