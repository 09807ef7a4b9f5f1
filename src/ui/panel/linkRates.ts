import type { Runner } from '../../state/scene.ts';

/**
 * All runners with their lr changed by the factor by which `lr` differs from that of the runner `id` in `base`, the
 * runners as they were when the drag began: going back and forth adds up no error. A base of 0 has no factor.
 */
export function linkedRates(runners: readonly Runner[], base: readonly Runner[], id: string, lr: number): Runner[] {
  const before = base.find((runner) => runner.id === id)?.lr ?? 0;
  const factor = lr / before;
  return runners.map((runner) => {
    if (runner.id === id) return { ...runner, lr };
    const from = base.find((other) => other.id === runner.id)?.lr ?? runner.lr;
    const scaled = factor === 1 ? from : Number((from * factor).toPrecision(3));
    return Number.isFinite(scaled) && before > 0 ? { ...runner, lr: scaled } : runner;
  });
}
