import { common, generator } from './generator.ts';

/** A number to predict: y = sin(πx) for x uniform on [−1, 1], with Gaussian noise of standard deviation `noise` on y. */
export const wave = generator({
  id: 'wave',
  name: { en: 'Wave', zh: '正弦波' },
  params: common(0.1, 300),
  make: ({ normal, uniform }, { rows, noise }) => {
    const inputs = Float64Array.from({ length: rows }, () => 2 * uniform() - 1);
    return {
      inputs,
      labels: new Int32Array(0),
      numbers: inputs.map((x) => Math.sin(Math.PI * x) + noise * normal()),
      rows,
      features: ['x'],
      classes: [],
      wanted: ['y'],
    };
  },
  preset: { hidden: [16], epochs: 200 },
  teaches: {
    en: 'A number instead of a class: each hidden unit adds one bend to the curve.',
    zh: '预测的是数值而不是类别：每个隐藏单元给曲线增加一个弯。',
  },
});
