import { count } from '../numbers.ts';
import type { graph as english } from './en.ts';

/** 反向传播视图。 */
export const graph: typeof english = {
  panel: '程序与输入',
  program: '程序',
  programNote: '先读取后赋值的名称是输入。最后一行是结果。',
  examples: '示例',
  surfaces: '曲面',
  chooseSurface: '请选择…',
  noInputs: '这个程序没有输入。',
  input: (name) => `输入 ${name}`,

  optimizer: '优化器',
  nothingRuns: '没有优化器参加：在起点处查看公式。',
  place: (step, x, y, dx, dy) =>
    `第 ${count('zh', step)} 步，位于 (${x}, ${y})：梯度为 (${dx}, ${dy})，即曲面上的箭头。`,
  open: '这一步的公式计算图',
  toSurface: '回到曲面',
  toProgram: '改看程序',

  title: '计算图',
  keys: '按 Enter 进入节点，方向键在节点间移动，Escape 返回。在此处，方向键平移图形，加减号缩放，0 显示全图。',
  gate: (name, sign, value, gradient) =>
    name === sign ? `${name}：值 ${value}，梯度 ${gradient}` : `${name}，${sign}：值 ${value}，梯度 ${gradient}`,
  loading: '正在绘制计算图…',
  missing: '此处无法绘制计算图。表格中有全部内容。',
  part: (shown, all) =>
    `共 ${count('zh', all)} 个节点，这里显示所选节点周围的 ${count('zh', shown)} 个。选择其他节点可查看其余部分。`,
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '全图',
  legend: {
    title: '数字的含义',
    forward: '值（前向）',
    backward: '梯度（反向）',
    local: '局部导数',
  },
  table: {
    caption: '按计算顺序列出的所有节点',
    node: '节点',
    operation: '运算',
    value: '值',
    gradient: '梯度',
    from: '由谁算出（局部导数）',
    by: (name, derivative) => `${name}（${derivative}）`,
  },

  timeline: {
    region: '前向与反向传播',
    scrub: '节拍',
    scrubText: (n, of) => `第 ${count('zh', n)} 拍，共 ${count('zh', of)} 拍`,
  },
  say: {
    region: '这一步',
    semicolon: '；',
    more: (n) => `另有 ${count('zh', n)} 项`,
    ready: '点击播放，先看各个值如何得出，再看梯度如何传回。',
    done: (result, gradients) => `完成：${result} 的导数为 ${gradients}。`,
    given: (values) => `输入已给定：${values}。`,
    values: (values) => `前向：${values}。`,
    seed: (result) => `反向：${result} 从梯度 1 开始，即它对自身的导数。`,
    hand: (products) => `总梯度 × 局部导数：${products}。`,
    handOne: (user, total, local, amount, argument) => `${user} 把 ${total} × ${local} = ${amount} 传给 ${argument}`,
    sum: (sums) => `相加：${sums}。`,
    fault: (name, reason) => `${name} 没有值：${reason}。由它算出的节点也都没有值。`,
    faultBack: (name, reason) => `${name} 处没有梯度：${reason}。`,
  },
};
