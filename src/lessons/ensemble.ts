import { lesson } from './lesson.ts';

/** The mean of several networks' outputs. Hansen & Salamon 1990, doi:10.1109/34.58871. */
export const ensemble = lesson({
  id: 'ensemble',
  title: { en: 'An ensemble', zh: '集成' },
  caption: {
    en: 'Five small networks read digits, alike but for their first weights, and err on different ones. The mean of their outputs reads more digits than any of them.',
    zh: '五个小网络识别数字，只有初始权重不同，犯的错也不同。把它们的输出取平均，正确率高于其中任何一个。',
  },
  point: { en: 'The last row against the best of the others.', zh: '把最后一行与其余各行中最好的比较。' },
  question: {
    ask: {
      en: 'Five networks are right on about 96% of new digits. And the mean of their outputs?',
      zh: '五个网络在新数字上的正确率约为 96%。它们输出的平均呢？',
    },
    choices: [
      { en: 'like the worst', zh: '与最差的一样' },
      { en: 'like the average one', zh: '与平均水平一样' },
      { en: 'better than the best', zh: '比最好的还好' },
    ],
    answer: 2,
  },
  beside: 'ensemble',
  scene: {
    view: 'network',
    optimizers: [{ id: 'adam' }],
    network: { data: 'digits', hidden: [12], epochs: 10 },
  },
});
