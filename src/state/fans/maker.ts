import { type Fan, FanBuilder, type FanSettings } from '../../engine/fan/fan.ts';

/** What became of a fan that was asked for. */
export type Made = { readonly fan: Fan } | { readonly failure: string };

/** Makes fans, at its own pace. */
export interface FanMaker {
  /** How many it makes side by side. */
  readonly atOnce: number;
  /** Begins a fan; `tell` is called once, later, unless the returned function drops the fan before. */
  make(wanted: FanSettings, tell: (made: Made) => void): () => void;
}

/** Calls some work soon, after others have had their turn. */
export type Later = (work: () => void) => void;

/** Steps after which others have their turn: a millisecond or two. */
const stepsAtOnce = 20_000;

/** Makes fans on the thread that it is on, slice by slice. */
export const fansInSlices = (later: Later): FanMaker => ({
  atOnce: 1,
  make(wanted, tell) {
    let isDropped = false;
    const atOnce = Math.max(1, Math.floor(stepsAtOnce / (wanted.settings.steps + 1)));
    let builder: FanBuilder | undefined;
    const slice = (): Made | undefined => {
      builder ??= new FanBuilder(wanted);
      for (let i = 0; i < atOnce; i += 1) if (!builder.advance()) return { fan: builder.take() };
      return undefined;
    };
    const work = (): void => {
      if (isDropped) return;
      let made: Made | undefined;
      try {
        made = slice();
      } catch (error) {
        made = { failure: error instanceof Error ? error.message : String(error) };
      }
      if (made === undefined) later(work);
      else tell(made);
    };
    later(work);
    return () => {
      isDropped = true;
    };
  },
});
