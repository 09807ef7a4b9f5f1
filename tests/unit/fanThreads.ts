import { type Fan, FanBuilder, type FanSettings } from '../../src/engine/fan/fan.ts';
import { fansStore, followFans } from '../../src/state/fans/fans.ts';
import { buffersOf, type FanAnswer, type FanOrder } from '../../src/state/fans/messages.ts';
import type { FanPort } from '../../src/state/fans/remote.ts';
import type { FanMaker, Later } from '../../src/state/fans/maker.ts';
import { serveFans } from '../../src/state/fans/serve.ts';
import { wantedFans } from '../../src/state/fans/wanted.ts';
import { preferences } from '../../src/state/preferences.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { sceneStore } from '../../src/state/store.ts';

/** Work that waits until it is asked for: a thread's turns, without a clock. */
export function turns(): { later: Later; take(): boolean; takeAll(): number } {
  const waiting: (() => void)[] = [];
  const take = (): boolean => {
    const work = waiting.shift();
    work?.();
    return work !== undefined;
  };
  return {
    later: (work) => void waiting.push(work),
    take,
    takeAll() {
      let count = 0;
      while (take()) count += 1;
      return count;
    },
  };
}

/** Another thread that hands over what it sends as a browser does, and can break. */
export function thread() {
  const { later, take, takeAll } = turns();
  const port: FanPort & { orders: FanOrder[]; isClosed: boolean; break(): void; begin: Later } = {
    orders: [],
    isClosed: false,
    begin: later,
    send: () => undefined,
    listen(hear, fail) {
      port.break = fail;
      const serve = serveFans(later, (answer: FanAnswer) =>
        hear(structuredClone(answer, { transfer: 'fan' in answer ? buffersOf(answer.fan) : [] })),
      );
      port.send = (order) => {
        port.orders.push(order);
        serve(structuredClone(order));
      };
    },
    break: () => undefined,
    close: () => {
      port.isClosed = true;
    },
  };
  return { port, take, takeAll };
}

/** The whole fan at once. */
export function fanOf(wanted: FanSettings): Fan {
  const builder = new FanBuilder(wanted);
  while (builder.advance());
  return builder.take();
}

/** A scene whose fans are small. */
export const noisy: Scene = { ...initialScene(), noise: 2, steps: 120, fan: 6 };

/** The fans of a scene, by which those that others make are judged. */
export const expected = (scene: Scene): Fan[] => wantedFans(scene, preferences.getState().measure).map(fanOf);

export const fansNow = (): readonly Fan[] => fansStore.getState().fans;

let stop: () => void = () => undefined;

/** Has the fans of the scene made, until the test is over or another makes them. */
export const follow = (maker: FanMaker): void => {
  stop();
  stop = followFans(maker);
};

/** Ends what was followed, and leaves all as it was. */
export function stopFollowing(): void {
  stop();
  preferences.setState({ measure: 'loss' });
  sceneStore.setState({ scene: initialScene(), problems: [] });
}
