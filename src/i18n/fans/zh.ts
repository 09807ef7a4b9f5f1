import { count } from '../numbers.ts';

/** Fans: the same optimizers with many seeds. */
export const fans = {
  seeds: '种子数',
  seedsSpoken: '种子个数',
  off: '种子多于一个时，每个优化器会用后续的种子各再运行一次。',
  noNoise: '没有噪声，也不分小批量时，所有种子的轨迹都相同，因此不再重复运行。',
  on: (n: number) =>
    `每个优化器用 ${count('zh', n)} 个种子各运行一次，第一个就是画出的那次。束中的线是最终损失居中的一次运行；只看一个优化器时，还画出 10% 和 90% 处的两次。`,
  lost: (name: string, lost: number, of: number) => `${name}：${count('zh', of)} 次中有 ${count('zh', lost)} 次发散。`,
  table: (n: number) => `每个优化器 ${count('zh', n)} 个种子`,
  columns: {
    name: '优化器',
    median: '最终损失中位数',
    low: '10% 处',
    high: '90% 处',
    converged: '收敛',
    unsettled: '未收敛',
    diverged: '发散',
    settled: '收敛于何处',
  },
  settledAt: (n: number, place: string) => `${place} 处 ${count('zh', n)} 次`,
  tableNote:
    '最终损失取自实际发生的运行：按大小排序后该比例处的那一次，最后没有数值的排在最后。发散：远离地图不再返回，或走到损失无定义处。',
  waiting: '运行中……',
  slow: '浏览器没有为此提供单独的线程，计算在页面自身的线程上进行，响应可能变慢。',
  failed: (why: string) => `无法完成全部种子的运行：${why}`,
};
