import { forbes } from './data/forbes.ts';
import { momentsOf, rawLoss, squaredError } from './regression.ts';
import { surface } from './surface.ts';

const { formula, minimum } = rawLoss(momentsOf(forbes));

/**
 * The loss of a line u = x·t + y on Forbes's data, its mean squared error over slope x and intercept y. Its condition number is 5.6·10⁷, since the boiling points t are near 203 and vary by 6. LeCun et al. 1998.
 */
export const regressionRaw = surface({
  id: 'regression-raw',
  name: { en: 'Linear regression, raw inputs', zh: '线性回归（原始输入）' },
  formula,
  params: {},
  domain: [-0.1, 0.9, -160, 40],
  minima: [minimum],
  samples: { rows: forbes, formula: squaredError },
  saddles: [],
  starts: [
    [0, 0],
    [0.45, -30],
    [0.65, -120],
  ],
  steps: 400,
  height: 'log',
  camera: { azimuth: 60, elevation: 44 },
  source:
    'Data: Forbes 1857, Trans. R. Soc. Edinburgh 21, 235–243. Why inputs are standardised: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, doi:10.1007/3-540-49430-8_2',
  teaches: {
    en: 'Slope and intercept of a line through real measurements: with inputs near 200, the valley is so narrow that the intercept never arrives.',
    zh: '用真实测量数据拟合直线的斜率 x 与截距 y：输入都在 200 左右，谷底极窄，截距几乎永远走不到位。',
  },
});
