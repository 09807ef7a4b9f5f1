import type { Text } from '../../formula/text.ts';

/** What a script says about itself. */
export const comments = {
  title: (rule: Text, form: Text | undefined, surface: Text): Text => ({
    en: `${rule.en}${form === undefined ? '' : ` (${form.en})`} on ${surface.en}: a run of Downhill as a PyTorch script, in float64.`,
    zh: `${surface.zh}上的 ${rule.zh}${form === undefined ? '' : `（${form.zh}）`}：Downhill 的一次运行，写成 PyTorch 脚本，使用 float64。`,
  }),
  optim: (name: string, since: string | undefined): Text => ({
    en: `The update rule is torch.optim.${name}${since === undefined ? '' : ` of PyTorch ${since} or newer`}.`,
    zh: `更新规则就是${since === undefined ? '' : ` PyTorch ${since} 及以上版本的`} torch.optim.${name}。`,
  }),
  optimWhileConstant: (name: string): Text => ({
    en: `While lr is constant, this rule takes the same path as torch.optim.${name}, which keeps lr outside the velocity.`,
    zh: `学习率恒定时，这条规则与 torch.optim.${name} 的轨迹相同；后者把学习率放在速度之外。`,
  }),
  rule: {
    en: 'The update rule is written out: no class of torch.optim does the same with these settings. Its state starts at 0.',
    zh: '更新规则已完整写出：在这些设置下，torch.optim 中没有与之相同的类。状态从 0 开始。',
  },
  ended: (sentence: Text): Text => ({
    en: `How it ends: ${sentence.en}.`,
    zh: `结果：${sentence.zh}。`,
  }),
  noise: (seed: number, deviation: number): Text => ({
    en: `What is added to the gradient, a row per step: the numbers drawn for this run (seed ${seed}, standard deviation ${deviation}).`,
    zh: `每一步加在梯度上的噪声，每步一行：本次运行实际抽取的数（随机种子 ${seed}，标准差 ${deviation}）。`,
  }),
  batches: (seed: number, size: number): Text => ({
    en: `The rows of data that each step takes, at most ${size}: those drawn for this run (seed ${seed}).`,
    zh: `每一步所取的数据行，最多 ${size} 行：本次运行实际抽取的行（随机种子 ${seed}）。`,
  }),
  changed: { en: 'Changed on the way.', zh: '途中的改动。' },
  verbose: { en: 'True prints x, y and the loss after every step', zh: '设为 True 可打印每一步之后的 x、y 与损失' },
  grad: { en: 'The gradient of the loss at a point.', zh: '损失在某一点的梯度。' },
} as const;
