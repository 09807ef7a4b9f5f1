import { forbes } from './data/forbes.ts';
import { momentsOf, squaredError, standardisedLoss, standardisedRows } from './regression.ts';
import { surface } from './surface.ts';

const moments = momentsOf(forbes);
const { formula, minimum } = standardisedLoss(moments);

/**
 * The same regression with each input t replaced by (t − mean)/deviation: a round bowl. LeCun et al. 1998.
 */
export const regressionStandardised = surface({
  id: 'regression-standardised',
  name: { en: 'Linear regression, standardised inputs', zh: '线性回归（标准化输入）' },
  formula,
  params: {},
  domain: [-15, 20, -3, 32],
  minima: [minimum],
  samples: { rows: standardisedRows(forbes, moments), formula: squaredError },
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
