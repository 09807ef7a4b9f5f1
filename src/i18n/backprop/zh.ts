import { count } from '../numbers.ts';
import type * as english from './en.ts';

const edges = (n: bigint | number): string => `${count('zh', n)} 条边`;

/** 反向传播得到的梯度与差分的对照。 */
export const check: typeof english.check = {
  title: '梯度检验',
  passes: '反向传播与中心差分一致。',
  fails: (names) => `对 ${names} 的导数不一致：有一个局部导数是错的。`,
  unsure: (names) => `对 ${names} 的导数未能确认。`,
  table: '结果对各输入的导数：反向传播与中心差分',
  input: '输入',
  backprop: '反向传播',
  difference: '差分',
  error: '相对误差',
  method: '差分为中心差分 (f(x + h) − f(x − h)) / 2h，h 约为 6e-6·max(1, |x|)，函数变化更快时取得更小。',
  verdict: '结论',
  verdicts: {
    good: '一致',
    fair: '偏大',
    limit: '一致',
    kink: '尖点',
    doubtful: '可疑',
    wrong: '错误',
    undefined: '无定义',
  },
  notes: {
    good: '相对误差不超过 1e-7。',
    fair: '相对误差不超过 1e-4，但光滑的公式不应有这么大。',
    limit: '两者之差不超过差分本身的不确定度。',
    kink: '在 h 所及的范围内斜率发生突变。',
    doubtful: '相对误差在 1e-4 与 1e-2 之间。',
    wrong: '相对误差超过 1e-2。',
    undefined: '两者之一不是数。',
  },
  because: (name, note) => `${name}：${note}`,
  kinkAt: (name, operation, left, right, taken) =>
    `${name}：此点正在 ${operation} 的尖点上。左侧斜率为 ${left}，右侧为 ${right}；反向传播按约定取 ${taken}。`,
  jumpAt: (name, operation, taken) =>
    `${name}：${operation} 在此处跳变，跨过跳变处的差分不是斜率；反向传播取 ${taken}。`,
  kinkNear: (name, operation, h) => `${name}：通常的 h 会碰到 ${operation} 的尖点，因此改用 h = ${h} 判断。`,
  noNumber: {
    point: (name, reason) => `${name}：${reason}。`,
    above: (name, reason) => `${name}：向上一步处，${reason}。`,
    below: (name, reason) => `${name}：向下一步处，${reason}。`,
  },
  curve: (name) => `误差与 h（对 ${name} 求导）`,
  chooseInput: '输入',
  curveTable: (name) => `对 ${name} 的差分在各步长 h 下的相对误差`,
  kinds: { central: '中心差分', right: '前向差分', left: '后向差分', cancellation: '舍入 ε/h' },
  truncation: '截断误差 →',
  cancellation: '← 相消误差',
  at: (h) => `步长 h = ${h}`,
  best: (central, oneSided) =>
    `中心差分在 h = ${central} 附近误差最小，单侧差分在 ${oneSided} 附近。h 更大时级数被截断（截断误差，按 h² 和 h 增长）；h 更小时相减的两数几乎相等（相消误差，按 ε/h 增长）。`,
  noTruncation: (oneSided) =>
    `此处中心差分没有截断误差：公式沿这个输入是二次的，h 越大越好。单侧差分在 ${oneSided} 附近误差最小。`,
  linear:
    '此处差分没有截断误差：公式沿这个输入是线性的，h 越大越好。h 更小时相减的两数几乎相等（相消误差，按 ε/h 增长）。',
  flat: '无论 h 取多少，误差都不会变小：导数本身是错的。',
  flatKink: '无论 h 取多少，误差都不会全部变小：尖点处没有唯一的斜率，左右两侧各不相同。',
  flatJump: '无论 h 取多少，误差都不会全部变小：跨过跳变处的差分，是从函数的一段取到另一段。',
  zero: '此处导数为 0，相对误差没有意义。',
  noCurve: '此处没有导数可供比较。',
};

/** 所有路径与反向传播的对照。 */
export const paths: typeof english.paths = {
  title: '路径',
  input: '输入',
  count: (n, result, name) => `从 ${result} 到 ${name} 共有 ${count('zh', n)} 条路径。`,
  none: (result, name) => `从 ${result} 到 ${name} 没有路径：导数为 0。`,
  walked: '走过的边',
  byPaths: '到所有输入的所有路径',
  byBackprop: '反向传播',
  equal: '不比反向传播多：这里没有共用的边。',
  times: (ratio) => `是后者的 ${ratio} 倍。`,
  age: (years) => `即使每秒走十亿条边，走完这些路径也要 ${years} 年。`,
  edges,
  all: '全部高亮',
  list: (name) => `到 ${name} 的路径，以及各自局部导数之积`,
  sum: '总和',
  sumIs: (sum) => `合计 ${sum}，正是反向传播的结果。`,
  more: (n) => `……另有 ${count('zh', n)} 条。反向传播给出的总和为`,
  noInputs: '这个程序没有输入。',
};

/** 节点在反向传播中做什么。 */
export const gates: typeof english.gates = {
  title: '门',
  choose: '选择一个节点，看它怎样处理梯度。',
  node: '节点',
  receives: '收到',
  hands: '下传',
  result: '它就是结果：1',
  sum: '合计',
  from: (name) => `来自 ${name}`,
  to: (name) => `给 ${name}`,
  undefinedHere: (reason) => `此处无定义：${reason}。`,
  inherited: '因另一个节点而无定义。',
};

/** 故意弄错的局部导数。 */
export const sabotage: typeof english.sabotage = {
  title: '弄坏一个门',
  note: '故意弄错一个局部导数，只影响本页视图。梯度检验会发现它。',
  gate: '节点',
  how: '错误',
  mistakes: { sign: '符号错', half: '只有一半', double: '多了一倍', none: '漏掉（0）' },
  break: '弄坏',
  mend: '修好',
  broken: (name, factor) => `已破坏：${name} 的局部导数被乘以 ${factor}。`,
};

/** 为什么要缩放输入。 */
export const scaling: typeof english.scaling = {
  title: '输入 × 1000',
  text: '在直线 w·t + b 中，权重 w 的梯度是传来的梯度乘以 t：输入放大 1000 倍，w 的梯度也放大 1000 倍，而 b 的梯度不变。学习率至少要缩小同样的倍数，于是 b 几乎不再移动。',
  try: 'w、b，t = 2',
  tryLarge: 't 放大 1000 倍',
  race: '在演练场中用真实测量数据看同样的现象：',
  raw: '原始输入，约为 200',
  standardised: '标准化后的输入',
};
