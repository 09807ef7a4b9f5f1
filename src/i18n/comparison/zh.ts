import { count } from '../numbers.ts';

/** The chart of the runs. */
export const chart = {
  region: (measure: string, axis: string) => `${measure}随${axis}的变化`,
  measure: '图中显示',
  axis: '横轴：步数或梯度计算次数',
  by: '随',
  measures: {
    loss: '损失',
    distance: '极小点距离',
    gradient: '梯度范数',
    rate: '有效学习率',
    ratio: '更新比',
  },
  excess: '损失 − 最小值',
  notes: {
    loss: '每一步之后的损失',
    distance: '到最近的极小点还有多远',
    gradient: '梯度的长度，即坡有多陡',
    rate: '步长除以梯度的长度：普通梯度下降要走这么远所需的学习率',
    ratio: '步长除以 (x, y) 的长度。对神经网络，经验值约为 10⁻³。',
  },
  axes: { steps: '步数', evaluations: '梯度计算' },
  at: {
    steps: (n: number) => `第 ${count('zh', n)} 步`,
    evaluations: (n: number) => `梯度计算 ${count('zh', n)} 次`,
  },
  table: (measure: string, axis: string) => `若干处的${measure}，按${axis}`,
  noMinima: '没有给出这个曲面的极小点。',
  compare: '表格',
  compareNote: '以表格列出全部运行',
};

/** The table of the runs. */
export const compare = {
  title: '全部运行',
  columns: {
    name: '优化器',
    steps: '收敛步数',
    evaluations: '梯度计算次数',
    finalLoss: '最终损失',
    pathLength: '轨迹长度',
    largestStep: '最大一步',
    overshoot: '过冲',
    outcome: '结果',
  },
  atStep: (n: number) => `第 ${count('zh', n)} 步`,
  converged: (percent: string) => `收敛：从该步起，始终在某个极小点附近，距离不超过地图对角线的 ${percent}。`,
  flat: (norm: string) => `收敛：从该步起，梯度范数始终不超过 ${norm}。`,
  overshoot: '过冲：损失比此前最低值高出的最大幅度。',
  copy: '复制表格',
  copied: '已按完整精度复制，可粘贴到电子表格。',
  notCopied: '浏览器不允许复制：请复制下面的文字。',
  text: '表格文字',
  none: '没有参与的优化器。',
};

/** What can be taken away. */
export const take = {
  title: '带走',
  data: '全部运行的每一步',
  picture: '曲面的图片',
  ground: '背景',
  grounds: { theme: '与屏幕相同', transparent: '透明', white: '白色' },
  png: (times: number) => `${times} 倍 PNG`,
  saved: (name: string) => `已保存 ${name}。`,
  savedPicture: (name: string, width: number, height: number) => `已保存 ${name}：${width} × ${height} 像素。`,
  failed: '图片生成失败。',
  video: '运行过程的视频',
  videoLength: '视频时长',
  seconds: (n: number) => `${n} 秒`,
  record: '录制',
  recording: '录制中',
  cancel: '取消',
  cancelled: '已取消，没有保存文件。',
  noVideo: '此浏览器不能录制视频；新版 Chrome、Edge、Firefox 或 Safari 可以。',
  videoFailed: '视频生成失败。',
  code: '重现一次运行的代码',
  runner: '运行',
  python: '复制为 PyTorch',
  pythonCopied: { 'torch.optim': '已复制：使用 torch.optim 的脚本。', rule: '已复制：把更新规则逐条写出的脚本。' },
};
