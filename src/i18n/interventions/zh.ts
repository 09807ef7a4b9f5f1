import { count } from '../numbers.ts';

/** Two forms of one rule, laid over each other. */
export const forms = {
  overlay: '对比形式',
  overlayOf: (name: string) => `与 ${name} 对比的形式`,
  none: '无',
  drawn: '它的轨迹以浅色长虚线画出。',
  identical: '两条轨迹逐位相同。',
  rounding: (largest: string) => `除舍入误差外轨迹相同：相距最多 ${largest}。`,
  parted: (step: number, largest: string) =>
    `第 ${count('zh', step)} 步起分开：距离超过地图对角线的 10⁻⁹；相距最多 ${largest}。`,
  renamed: (here: string, there: string) => `换一个变量看，轨迹相同：它的 ${there} 就是这里的 ${here}`,
  exactly: '，逐位相等。',
  nearly: (largest: string) => `，仅有舍入误差（最多 ${largest}）。`,
  notRenamed: (here: string, there: string, step: number) =>
    `它的 ${there} 就是这里的 ${here}，但只到第 ${count('zh', step)} 步之前。`,
};
