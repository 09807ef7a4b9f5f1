import { keepSweepPool } from '../../src/state/maps/maker.ts';
import { sweepPool } from '../../src/sweep/pool.ts';
import { turns } from './fanThreads.ts';

/** Has maps made on the test's own thread, in turns that it takes: all of them, or so many. */
export function poolHere(): (most?: number) => void {
  const { later, take } = turns();
  keepSweepPool(() => sweepPool(() => undefined, 1, later));
  return (most = Infinity) => {
    for (let done = 0; done < most && take(); done += 1);
  };
}
