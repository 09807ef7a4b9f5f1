import { isCompiled } from '../engine/compile.ts';
import type { Run } from '../engine/run.ts';
import { type Settings, simulate } from '../engine/simulate.ts';
import { type Ghost, ghostsIn } from './ghosts.ts';
import type { Scene } from './schema.ts';
import { runnersIn, settingsOf } from './settings.ts';

interface Kept {
  /** The optimizer that it is a run of. */
  readonly id: string;
  readonly content: string;
  readonly run: Run;
}

/** Runs of a scene, kept from scene to scene: only those whose settings changed are simulated again. */
export interface Simulations {
  /**
   * The runs of all optimizers that take part, their ghosts, and how many of both are new. Throws FormulaError.
   *
   * @param most how many programs with long formulas may be compiled; those beyond are left out, and it is not whole
   */
  of(scene: Scene, most?: number): Simulated;
}

export interface Simulated {
  readonly runs: readonly Run[];
  readonly ghosts: readonly Ghost[];
  readonly fresh: number;
  readonly isWhole: boolean;
}

/** Characters of loss and rule from which on it takes a while to compile them. */
const long = 400;

const isSlow = ({ loss, rule, noise }: Settings): boolean =>
  loss.formula.length + rule.formula.length > long && !isCompiled(loss, rule, noise > 0);

export function simulations(): Simulations {
  const kept = new Map<string, Kept>();
  let [fresh, left] = [0, 0];
  let isWhole = true;
  const run = (key: string, id: string, settings: Settings): Run | undefined => {
    const content = JSON.stringify(settings);
    const before = kept.get(key);
    if (before?.content === content) return before.run;
    if (isSlow(settings)) {
      if (left === 0) {
        isWhole = false;
        return undefined;
      }
      left -= 1;
    }
    const made = simulate(id, settings);
    kept.set(key, { id, content, run: made });
    fresh += 1;
    return made;
  };
  return {
    of(scene, most = Infinity) {
      [fresh, left, isWhole] = [0, most, true];
      const runs = runnersIn(scene).flatMap((runner) => run(runner.id, runner.id, settingsOf(scene, runner)) ?? []);
      const ghosts = ghostsIn(scene).flatMap(({ key, id, kind, settings }) => {
        const made = run(key, id, settings);
        return made === undefined ? [] : [{ key, id, kind, run: made }];
      });
      const ids = new Set(scene.optimizers.map(({ id }) => id));
      for (const [key, { id }] of kept) if (!ids.has(id)) kept.delete(key);
      return { runs, ghosts, fresh, isWhole };
    },
  };
}
