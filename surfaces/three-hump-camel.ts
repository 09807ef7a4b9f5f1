import { surface } from './surface.ts';

/** Besides 0, x⁴ − 4.2x² + 3.5 = 0 with y = −x/2. */
const outer = 'sqrt(2.1 + sqrt(0.91))';
const hump = 'sqrt(2.1 - sqrt(0.91))';

/**
 * f = 2x² − 1.05x⁴ + x⁶/6 + xy + y²: minimum f(0, 0) = 0 between two local ones of 0.2986.
 * Dixon & Szegö 1975, Towards Global Optimisation; Jamil & Yang 2013, arXiv:1308.4008.
 */
export const threeHumpCamel = surface({
  id: 'three-hump-camel',
  name: { en: 'Three-hump camel', zh: '三峰骆驼' },
  formula: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
  params: {},
  domain: [-2.3, 2.3, -2, 2],
  minima: [
    ['0', '0'],
    [outer, `-${outer}/2`],
    [`-${outer}`, `${outer}/2`],
  ],
  saddles: [
    [hump, `-${hump}/2`],
    [`-${hump}`, `${hump}/2`],
  ],
  starts: [
    [-1.9, -1.5],
    [2, 1.6],
    [-1.2, 1.2],
  ],
  steps: 100,
  height: 'linear',
  camera: { azimuth: 25, elevation: 42 },
  source: 'Dixon & Szegö 1975, Towards Global Optimisation, North-Holland; Jamil & Yang 2013, arXiv:1308.4008',
  teaches: {
    en: 'A low hump separates a good minimum from the best one: enough momentum rolls over it, too much rolls on.',
    zh: '一道矮坎隔开了次优与最优：动量合适就能翻过去，太大则会冲过头。',
  },
});
