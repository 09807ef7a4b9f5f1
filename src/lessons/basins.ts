import { lesson } from './lesson.ts';

/** Himmelblau’s function has four minima of value 0. */
export const basins = lesson({
  id: 'basins',
  title: { en: 'Basins: the luck of the start', zh: '吸引域：起点的运气' },
  caption: {
    en: 'Four minima, all equally deep: which one a run finds depends on where it starts, and on who runs. A small move of the start can change the end.',
    zh: '四个极小点一样深：走到哪一个，取决于起点，也取决于优化器。起点稍微移动，终点就可能改变。',
  },
  point: { en: 'Click the surface: another start, another end.', zh: '点击曲面：换个起点，就换个终点。' },
  scene: {
    surface: { id: 'himmelblau', params: {} },
    start: [1, -0.5],
    steps: 150,
    optimizers: [
      { id: 'sgd', lr: 0.01 },
      { id: 'momentum', lr: 0.01 },
      { id: 'adam', lr: 0.3 },
    ],
  },
});
