import { mkdirSync, writeFileSync } from 'node:fs';
import { file } from './files.mjs';
import { openScene } from './page.mjs';

const phone = { width: 390, height: 844 };

/**
 * What the gallery shows: a name, words in both languages, a scene, and how it is looked at.
 * @type {{ name: string, en: string, zh: string, scene: object, how?: Parameters<typeof openScene>[3], present?: boolean }[]}
 */
const shots = [
  {
    name: 'race',
    en: 'The race: six optimizers on one surface, in 3D, as a map, as a chart; sliders bend every path while they move.',
    zh: '赛跑：六个优化器在同一曲面上，三维图、等高线图与损失曲线同步；拖动滑块，轨迹随之改变。',
    scene: { surface: { id: 'himmelblau' }, start: [-0.3, 4.4], cursor: 60 },
    how: { theme: 'light' },
  },
  {
    name: 'noise',
    en: 'Noisy gradients: every optimizer with 100 seeds at once, as a bundle on the surface and a band in the chart.',
    zh: '梯度带噪声：每个优化器同时用 100 个随机种子运行，在曲面上成束，在曲线图上成带。',
    scene: { surface: { id: 'himmelblau' }, noise: 20, fan: 100, cursor: 60 },
  },
  {
    name: 'maps',
    en: 'Maps: every pixel is a whole run. Where does it end from here, and who is there first?',
    zh: '图谱：每个像素都是一次完整的运行。从这里出发会到哪里？谁先到？',
    scene: { view: 'maps', surface: { id: 'himmelblau' }, steps: 300 },
    how: { wait: 40_000 },
  },
  {
    name: 'settings',
    en: 'Two settings of one optimizer: where momentum ends well, where it swings, where it diverges.',
    zh: '一个优化器的两个参数：动量法在哪里收敛，在哪里振荡，在哪里发散。',
    scene: { view: 'maps', surface: { id: 'ravine' }, maps: { kind: 'hyper', optimizer: 'momentum', trials: 'fine' } },
    how: { wait: 20_000 },
  },
  {
    name: 'backprop',
    en: 'Backprop: the same formula as a graph, forward and backward, gate by gate.',
    zh: '反向传播：同一个公式画成计算图，逐个门正向、反向计算。',
    scene: { view: 'backprop', cursor: 30 },
    how: { wait: 4000 },
  },
  {
    name: 'network',
    en: 'The network lab: the same six rules train six small networks side by side.',
    zh: '神经网络：同样六种规则并排训练六个小网络。',
    scene: { view: 'network' },
    how: { wait: 15_000 },
  },
  {
    name: 'lesson',
    en: 'A lesson, projected: light, large, led by a presenter’s remote.',
    zh: '投影课程：浅色大字，用翻页笔控制。',
    scene: { lesson: 'momentum' },
    how: { width: 1024, height: 768, language: 'zh', wait: 4000 },
    present: true,
  },
  {
    name: 'phone',
    en: 'On a phone, in Chinese.',
    zh: '手机上的中文界面。',
    scene: { surface: { id: 'six-hump-camel' }, cursor: 60 },
    how: { ...phone, language: 'zh', wait: 4000 },
  },
];

/**
 * A picture as WebP, which is a fraction of it as PNG.
 * @param {import('@playwright/test').Page} page
 * @param {Buffer} png
 */
const asWebp = (page, png) =>
  page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.85).replace(/^.*,/, '');
  }, png.toString('base64'));

/** The page of the gallery. */
const text = () =>
  [
    '# Gallery 图库',
    'Made from the page by `npm run pictures gallery`.',
    ...shots.map(({ name, en, zh }) => `![${en}](gallery/${name}.webp)\n\n${en}\n\n${zh}`),
  ].join('\n\n');

/**
 * The gallery, docs/gallery.md: what the page can do, in pictures.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built page
 */
export async function makeGallery(browser, address) {
  mkdirSync(file('docs/gallery'), { recursive: true });
  for (const { name, scene, how = {}, present = false } of shots) {
    const page = await openScene(browser, address, scene, { wait: 6000, ...how });
    if (present) {
      await page.keyboard.press('p');
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(4000);
    }
    const blank = await browser.newPage();
    const picture = await asWebp(blank, await page.screenshot());
    await blank.close();
    await page.close();
    const path = file(`docs/gallery/${name}.webp`);
    writeFileSync(path, Buffer.from(picture, 'base64'));
    console.log(path);
  }
  writeFileSync(file('docs/gallery.md'), `${text()}\n`);
}
