import { lesson } from './lesson.ts';

/** Every pixel is a start. Goh 2017, doi:10.23915/distill.00006, on why momentum oscillates. */
export const basinsMap = lesson({
  id: 'basins-map',
  title: { en: 'The map of all starts', zh: '所有起点的图谱' },
  caption: {
    en: 'Every pixel is a start, coloured by the minimum that its run reaches. Descent has one border between two basins; momentum overshoots, and its basins interleave.',
    zh: '每个像素是一个起点，颜色表示它到达哪个极小点。梯度下降的吸引域边界分明；动量会冲过头，吸引域彼此交错。',
  },
  point: {
    en: 'Point at both sides of a border: the paths part.',
    zh: '指向边界两侧：两条轨迹就此分开。',
  },
  question: {
    ask: {
      en: 'A small move of the start changes the end. For whom more often?',
      zh: '起点稍微移动，终点就变了。谁更容易这样？',
    },
    choices: [
      { en: 'SGD', zh: 'SGD' },
      { en: 'Momentum', zh: '动量' },
    ],
    answer: 1,
  },
  scene: {
    view: 'maps',
    surface: { id: 'himmelblau', params: {} },
    start: [1, -0.5],
    steps: 300,
    optimizers: [
      { id: 'sgd', lr: 0.01 },
      { id: 'momentum', lr: 0.01 },
    ],
    maps: { kind: 'basins' },
  },
});
