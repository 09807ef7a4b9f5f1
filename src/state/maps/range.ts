import type { Scale } from '../../formula/quantity.ts';
import type { Text } from '../../formula/text.ts';
import type { SweepAxis } from '../../sweep/axis.ts';

export const scales = ['linear', 'log', 'decay'] as const satisfies readonly Scale[];

/** What an axis should be, in words, where it is not: its ends on its scale, the first below the second. */
export function checkAxis({ from, to, scale }: SweepAxis): Text | undefined {
  if (!scales.includes(scale))
    return { en: `a scale, one of ${scales.join(', ')}`, zh: `一种刻度：${scales.join('、')}` };
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    return {
      en: '"from" and "to", two finite numbers, the first the smaller',
      zh: '两个有限的数 from 和 to，且 from 较小',
    };
  if (scale === 'log' && !(from > 0)) return { en: 'ends above 0 on a log scale', zh: '对数刻度上大于 0 的两端' };
  if (scale === 'decay' && !(to < 1)) return { en: 'ends below 1 on a decay scale', zh: '衰减刻度上小于 1 的两端' };
  return undefined;
}
