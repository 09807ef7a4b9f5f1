import type { Text } from '../formula/text.ts';

/** What the 3D picture says. */
export const words = {
  picture: { en: 'Loss surface in 3D', zh: '三维损失曲面' },
  keys: {
    en: 'Arrow keys orbit, with Shift they pan, plus and minus zoom, 0 resets the view. A click on the surface moves the start.',
    zh: '方向键旋转，按住 Shift 平移，加号和减号缩放，0 恢复视角。点击曲面可移动起点。',
  },
  start: { en: 'Start point', zh: '起点' },
  startKeys: { en: 'Arrow keys move it, with Shift in larger steps', zh: '用方向键移动，按住 Shift 步幅更大' },
  views: { en: 'View', zh: '视角' },
  top: { en: 'Top', zh: '俯视' },
  front: { en: 'Front', zh: '正视' },
  iso: { en: 'Iso', zh: '斜视' },
  lost: {
    en: 'The graphics card has dropped the 3D picture. It is drawn again as soon as the browser allows; the race goes on.',
    zh: '显卡丢弃了三维画面。浏览器允许后会立即重新绘制；比赛照常进行。',
  },
  coming: {
    en: 'The graphics card is preparing this long formula. The contour map shows the same runs.',
    zh: '显卡正在准备这个较长的公式。等高线图显示同样的轨迹。',
  },
  tooLong: {
    en: 'Without a graphics card this formula is too long to be drawn in 3D. The contour map shows the same runs.',
    zh: '没有显卡，这个公式过长，无法画成三维。等高线图显示同样的轨迹。',
  },
  reset: { en: 'Reset the view', zh: '恢复视角' },
} satisfies Record<string, Text>;
