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
  /** The runs of all optimizers that take part, their ghosts, and how many of both are new. Throws FormulaError. */
  of(scene: Scene): { runs: readonly Run[]; ghosts: readonly Ghost[]; fresh: number };
}

export function simulations(): Simulations {
  const kept = new Map<string, Kept>();
  let fresh = 0;
  const run = (key: string, id: string, settings: Settings): Run => {
    const content = JSON.stringify(settings);
    const before = kept.get(key);
    if (before?.content === content) return before.run;
    const made = simulate(id, settings);
    kept.set(key, { id, content, run: made });
    fresh += 1;
    return made;
  };
  return {
    of(scene) {
      fresh = 0;
      const runs = runnersIn(scene).map((runner) => run(runner.id, runner.id, settingsOf(scene, runner)));
      const ghosts = ghostsIn(scene).map(({ key, id, kind, settings }) => ({
        key,
        id,
        kind,
        run: run(key, id, settings),
      }));
      const ids = new Set(scene.optimizers.map(({ id }) => id));
      for (const [key, { id }] of kept) if (!ids.has(id)) kept.delete(key);
      return { runs, ghosts, fresh };
    },
  };
}
