import { leastError, meanTarget, slope, variance } from './regression.ts';
import { surface } from './surface.ts';

const deviation = Math.sqrt(variance);

/**
 * The same regression with each input t replaced by (t − mean)/deviation: f = (y − ū)² + (x − slope·deviation)² + least
 * error, a round bowl of condition number 1. LeCun et al. 1998.
 */
export const regressionStandardised = surface({
  id: 'regression-standardised',
  name: { en: 'Linear regression, standardised inputs', zh: '线性回归（标准化输入）' },
  formula: `(y - ${meanTarget})^2 + (x - ${slope * deviation})^2 + ${leastError}`,
  params: {},
  domain: [-15, 20, -3, 32],
  minima: [[`${slope * deviation}`, `${meanTarget}`]],
  saddles: [],
  starts: [
    [0, 0],
    [18, 8],
    [-12, 30],
  ],
  steps: 100,
  height: 'log',
  camera: { azimuth: 30, elevation: 40 },
  source:
    'Data: Forbes 1857, Trans. R. Soc. Edinburgh 21, 235–243. Why inputs are standardised: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, doi:10.1007/3-540-49430-8_2',
  teaches: {
    en: 'The same data with inputs shifted and scaled to mean 0 and deviation 1: the endless valley becomes a round bowl.',
    zh: '同一组数据，只是把输入平移缩放成均值 0、标准差 1：走不完的窄谷变成了圆碗。',
  },
});
