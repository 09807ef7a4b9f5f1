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

/** Changing the future only, and what was changed on the way. */
export const future = {
  mode: '只改变之后的步',
  section: '途中的改动',
  list: '途中的改动',
  notes: {
    start: '在起点处，滑块改变整次运行。请播放，或前往后面的步。',
    between: '优化器的滑块只改变当前步之后的部分；其他滑块（曲面、起点、调度、噪声）仍改变整次运行。',
    end: '最后一步之后没有可改变的内容：请退回到前面的步。',
  },
  full: (n: number) => `已有 ${n} 处改动，达到上限：请先删除一些。`,
  called: (runner: string, name: string) => `${runner} 的 ${name}`,
  step: '步',
  stepOf: (called: string) => `${called}，步数`,
  valueOf: (called: string, step: number) => `${called}，自第 ${count('zh', step)} 步起`,
  goTo: (called: string, step: number) => `前往第 ${count('zh', step)} 步：${called}`,
  switchOf: (called: string, step: number) => `第 ${count('zh', step)} 步的 ${called} 生效`,
  removeOf: (called: string, step: number) => `删除第 ${count('zh', step)} 步的 ${called}`,
  removeAll: '全部删除',
  idle: { off: '已关闭', late: '在终点之后' },
  fork: '保留未改动的轨迹',
  forkNote: '浅色点线：没有改动时各优化器的走法。',
  on: '优化器的滑块现在只改变之后的步。',
  off: '滑块恢复为改变整次运行。',
};
