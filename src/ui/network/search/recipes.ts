import type { SearchedValues } from '../../../network/search.ts';
import type { NetworkPart } from '../../../state/network/schema.ts';
import { networkIn } from '../../../state/network/settings.ts';
import type { Scene } from '../../../state/scene.ts';
import { withRunner } from '../../panel/recipes.ts';
import { withNetwork, withRate } from '../panel/recipes.ts';

/** The values of a trial as the settings of the lab: its lr and mu are the optimizer's, the others everybody's. */
export const withTrial =
  (id: string, { lr, decay, l2, mu, hidden }: SearchedValues) =>
  (scene: Scene): Scene => {
    const sizes = networkIn(scene).hidden.map(() => hidden ?? 0);
    const shared = withNetwork({
      ...(decay === undefined
        ? {}
        : { decay: { kind: 'exponential', rate: decay } as NonNullable<NetworkPart['decay']> }),
      ...(l2 === undefined ? {} : { l2 }),
      ...(hidden === undefined ? {} : { hidden: sizes }),
    })(scene);
    const own = lr === undefined ? shared : withRate(id, lr)(shared);
    return mu === undefined ? own : withRunner(id, (runner) => ({ ...runner, mu }))(own);
  };
