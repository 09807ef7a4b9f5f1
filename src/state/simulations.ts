import type { Run } from '../engine/run.ts';
import { simulate } from '../engine/simulate.ts';
import type { Scene } from './schema.ts';
import { runnersIn, settingsOf } from './settings.ts';

interface Kept {
  readonly key: string;
  readonly run: Run;
}

/** Runs of a scene, kept from scene to scene: only those whose settings changed are simulated again. */
export interface Simulations {
  /** The runs of all optimizers that take part, and how many of them are new. Throws FormulaError. */
  of(scene: Scene): { runs: readonly Run[]; fresh: number };
}

export function simulations(): Simulations {
  const kept = new Map<string, Kept>();
  return {
    of(scene) {
      let fresh = 0;
      const runs = runnersIn(scene).map((runner) => {
        const settings = settingsOf(scene, runner);
        const key = JSON.stringify(settings);
        const before = kept.get(runner.id);
        if (before?.key === key) return before.run;
        const run = simulate(runner.id, settings);
        kept.set(runner.id, { key, run });
        fresh += 1;
        return run;
      });
      const ids = new Set(scene.optimizers.map(({ id }) => id));
      for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
      return { runs, fresh };
    },
  };
}
