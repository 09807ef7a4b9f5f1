import { leastError, meanInput, meanTarget, slope, variance } from './regression.ts';
import { surface } from './surface.ts';

/**
 * The loss of a line u = x·t + y on Forbes's data, its mean squared error over slope x and intercept y. Written around the
 * least-squares line it is the exact quadratic f = (y + t̄x − ū)² + var(t)(x − slope)² + least error, without cancellation
 * (r, the bracket, is the error at the mean).
 * Its condition number is 5.6·10⁷, since the boiling points t are near 203 and vary by 6. LeCun et al. 1998.
 */
export const regressionRaw = surface({
  id: 'regression-raw',
  name: { en: 'Linear regression, raw inputs', zh: '线性回归（原始输入）' },
  formula: `
    r = y + ${meanInput}*x - ${meanTarget}
    r^2 + ${variance}*(x - ${slope})^2 + ${leastError}`,
  params: {},
  domain: [-0.1, 0.9, -160, 40],
  minima: [[`${slope}`, `${meanTarget} - ${meanInput}*${slope}`]],
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
