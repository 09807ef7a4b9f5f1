import { count } from '../numbers.ts';

/** Surfaces made of somebody's own data. */
export const data = {
  ways: '来源',
  way: { formula: '公式', data: '自己的数据' },
  label: '两列数据：输入 t 与目标 u',
  hint: '用直线 u = x·t + y 拟合各行数据：x 为斜率，y 为截距。请粘贴两列数据，或拖入 CSV 文件。',
  open: '打开 CSV 文件',
  example: '示例：沸点与气压（Forbes）',
  stillUsed: '仍在使用之前的数据。',
  loss: '损失',
  losses: { squared: '平方误差', huber: 'Huber 损失' },
  inputs: '输入',
  forms: { standardised: '标准化', raw: '原始' },
  notes: {
    squared: '误差平方的平均值。',
    huber: '误差不超过 delta 时为平方，超出后为直线：离群点的拉力不会超过 delta。',
    standardised: '每个输入减去均值，再除以标准差。',
    raw: '输入保持原样：离 0 越远，谷底越长越窄。',
  },
  trough: (input: string) => `所有输入都是 ${input}：过均值点的任何直线都同样好，因此曲面是一条没有最低点的沟槽。`,
  used: (why: string, form: string) => `${why}；${form}`,
  usedForms: { standardised: '已改用标准化输入', raw: '已改用原始输入' },
  plot: (rows: number, line: string) => `${count('zh', rows)} 行；${line}`,
  line: (slope: string, intercept: string) => `最小二乘：u = ${slope}·t ${intercept}`,
  noLine: '没有唯一的最佳直线',
  over: (rows: number) => `${count('zh', rows)} 行数据的平均：`,
  tooLarge: (size: number, limit: number) => `文件有 ${count('zh', size)} MB，上限为 ${count('zh', limit)} MB`,
  unreadable: '无法读取文件',
  batches: '小批量',
  batch: '批大小',
  batchSize: '每批的行数',
  batchNote: (size: number, rows: number, steps: number) =>
    `每一步只看 ${count('zh', rows)} 行中的 ${count('zh', size)} 行；${count('zh', steps)} 步为一轮（epoch），每行各用一次，然后重新打乱。所有优化器看到相同的行；显示的损失仍是全部数据的损失。`,
  fullBatch: (rows: number) => `每一步都看全部 ${count('zh', rows)} 行。`,
  noBatches: '小批量适用于由数据构成的曲面，例如两个线性回归。',
  formulaTooLong: '这个损失的公式是逐行写出的，太长，无法在此编辑。可从示例开始输入另一个公式。',
};
