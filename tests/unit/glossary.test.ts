import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { strings } from './dictionary.ts';

/** A term of the field, and the one Chinese term for it. */
interface Term {
  /** Absent where the English word has other meanings too. */
  readonly en?: RegExp;
  readonly zh: string;
  /** What others call it, and nobody here. */
  readonly strays: readonly string[];
  /** Files in which those are words for something else. */
  readonly elsewhere?: RegExp;
}

const glossary: readonly Term[] = [
  { en: /\blearning[- ]rates?\b/i, zh: '学习率', strays: ['学习速率', '学习步长', '学习速度'] },
  { en: /\bmomentum\b/i, zh: '动量', strays: ['冲量', '惯量'] },
  { en: /\bdecay rates?\b/i, zh: '衰减率', strays: ['衰减速率', '衰减系数', '衰减因子'] },
  { en: /\bminima\b/i, zh: '极小点', strays: ['极小值'] },
  // 路径 is a path through the graph of a formula.
  { zh: '轨迹', strays: ['路径', '轨道'], elsewhere: /backprop|graph|chain-rule/ },
  { en: /\bsaddles?\b/i, zh: '鞍', strays: ['马鞍点', '鞍部'] },
  { en: /\brandom search\b/i, zh: '随机搜索', strays: ['随机查找', '随机寻优'] },
  { en: /\bgradients?\b/i, zh: '梯度', strays: ['斜度', '梯降'] },
  { en: /\boptimizers?\b/i, zh: '优化器', strays: ['优化算法', '最优化器'] },
  { zh: '超参数', strays: ['超参量', '超级参数'] },
  { en: /\bbias correction\b/i, zh: '偏差校正', strays: ['偏置校正', '偏差修正', '偏差纠正'] },
  { en: /\bwarm-?up\b/i, zh: '预热', strays: ['热身', '暖启动'] },
  { en: /\bmomentum schedule\b/i, zh: '动量调度', strays: ['日程', '动量计划'] },
  { en: /\bbackpropagation\b/i, zh: '反向传播', strays: ['反传', '逆传播', '后向传播', '误差传播'] },
  { en: /\bbasins?\b/i, zh: '吸引域', strays: ['盆地', '吸引盆', '吸引区'] },
  { en: /\bcontours?\b/i, zh: '等高线', strays: ['等值线', '轮廓线'] },
  { en: /\bensembles?\b/i, zh: '集成', strays: ['系综', '组合模型'] },
  { en: /\bvalidation\b/i, zh: '验证', strays: ['校验集', '确认集'] },
  { en: /\bcentral differences?\b/i, zh: '中心差分', strays: ['中央差分', '中点差分'] },
  { en: /\bnoise\b/i, zh: '噪声', strays: ['噪音'] },
  { en: /\bmini-?batch(es)?\b/i, zh: '小批量', strays: ['迷你批', '小批次', '微批'] },
  { en: /\bseeds?\b/i, zh: '种子', strays: ['随机数种'] },
  { en: /\bconverge[sd]?\b/i, zh: '收敛', strays: ['收歛', '趋同'] },
  { en: /\bdiverge[sd]?\b/i, zh: '发散', strays: ['散开', '离散掉'] },
  { en: /\bcurvature\b/i, zh: '曲率', strays: ['弯曲度', '曲度'] },
  { en: /\bhessian\b/i, zh: '海森矩阵', strays: ['黑塞', '海塞', '赫斯'] },
  { en: /\baccuracy\b/i, zh: '正确率', strays: ['准确率', '准确度', '精确率'] },
  { en: /\bepochs?\b/i, zh: '轮', strays: ['世代', '回合', '周期数'] },
  { en: /\bweight decay\b/i, zh: '权重衰减', strays: ['权值衰减', '权重下降'] },
  { en: /\bhidden (?:layer|unit|\d)/i, zh: '隐藏', strays: ['隐层', '隐含层'] },
];

/** Folders with words that people read. */
const folders = ['src', 'surfaces'];
const root = new URL('../..', import.meta.url).pathname;

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), source: readFileSync(join(root, folder, path), 'utf8') })),
);

/** Texts that stand side by side in a catalog: { en: '…', zh: '…' }. */
const pairIn = /\ben:\s*(['"`])((?:(?!\1).)*)\1,\s*zh:\s*(['"`])((?:(?!\3).)*)\3/gs;
const beside = files.flatMap(({ path, source }) =>
  [...source.matchAll(pairIn)].map(([, , english = '', , chinese = '']) => [path, english, chinese] as const),
);

const chinese = new Map(strings(zh));
const inDictionaries = strings(en).map(([path, english]) => [path, english, chinese.get(path) ?? ''] as const);

describe('the words of the field in Chinese', () => {
  it('are looked for in all that people read', () => {
    expect(beside.length).toBeGreaterThan(250);
    expect(inDictionaries.length).toBeGreaterThan(500);
  });

  it.each(glossary)('$zh is called nothing else', ({ strays, elsewhere }) => {
    const found = files
      .filter(({ path }) => elsewhere?.test(path) !== true)
      .flatMap(({ path, source }) =>
        source
          .split('\n')
          .filter((line) => strays.some((stray) => line.includes(stray)))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  it.each(glossary.filter(({ en: term }) => term))('$zh stands where the English has it', ({ en: term, zh: word }) => {
    const pairs = [...beside, ...inDictionaries].filter(([, english]) => term?.test(english));
    expect(pairs.length).toBeGreaterThan(0);
    const without = pairs.filter(([, , text]) => !text.includes(word));
    expect(without.map(([path, english, text]) => `${path}: ${english} | ${text}`)).toEqual([]);
  });
});
