import { stabilityNow } from '../../state/curvature.ts';
import { hyperOf } from '../../state/rule.ts';
import { runsStore } from '../../state/runs.ts';
import { readable } from '../../state/status.ts';
import type { SliderMark } from '../slider/plugin.ts';
import { textNow } from '../useText.ts';

/** The mark on an optimizer's lr slider: its largest stable rate where it is now. Undefined where there is none. */
export function rateMark(id: string): SliderMark | undefined {
  const { limit, rate } = stabilityNow(id) ?? {};
  const runner = runsStore.getState().scene.optimizers.find((item) => item.id === id);
  if (limit === undefined || rate === undefined || runner === undefined) return undefined;
  const { curvature: text } = textNow();
  return {
    value: limit,
    words: (side) => {
      const said = (side === 'inside' ? text.limit : text[side])(readable(limit));
      return rate === hyperOf(runner, 'lr') ? said : `${said}; ${text.inEffect(readable(rate))}`;
    },
  };
}
