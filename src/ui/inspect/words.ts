import type { Language } from '../../formula/text.ts';

/** What the step inspector says. */
export const words = {
  en: {
    title: 'This step in numbers',
    step: (n: number) => `Step ${n}, as the rule computes it:`,
    none: 'No step has been taken yet.',
    along: (coordinate: string) => `along ${coordinate}`,
    gradient: 'gradient',
    ahead: 'gradient ahead',
    at: 'at',
    noise: 'noise in it',
    update: 'step',
    rate: 'effective rate',
    ratio: 'step / position',
    undefinedRate: 'none (gradient 0)',
  },
  zh: {
    title: '这一步的数值',
    step: (n: number) => `第 ${n} 步，按更新规则计算：`,
    none: '还没有走任何一步。',
    along: (coordinate: string) => `沿 ${coordinate}`,
    gradient: '梯度',
    ahead: '前瞻点梯度',
    at: '位于',
    noise: '其中的噪声',
    update: '步长',
    rate: '有效学习率',
    ratio: '步长 / 位置',
    undefinedRate: '无（梯度为 0）',
  },
} as const satisfies Record<Language, unknown>;
