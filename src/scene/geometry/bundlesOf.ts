import type { Fan } from '../../engine/fan/fan.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import type { Bundle } from './bundle.ts';
import type { Theme } from './colours.ts';

/** How much of its strength a fan keeps while another optimizer is highlighted. */
const faded = 0.2;

/** The fans as they look in a theme. */
export function bundlesOf(
  { optimizers }: Scene,
  fans: readonly Fan[],
  theme: Theme,
  highlighted: string | null | undefined,
): Bundle[] {
  const marked = fans.some(({ id }) => id === highlighted) ? highlighted : undefined;
  return fans.flatMap(({ id, seeds, density }): Bundle[] => {
    const runner = optimizers.find((one) => one.id === id);
    if (runner === undefined) return [];
    const colour = ruleIn(runner, optimizers).mark[theme];
    return [{ density, seeds, colour, strength: marked === undefined || marked === id ? 1 : faded }];
  });
}
