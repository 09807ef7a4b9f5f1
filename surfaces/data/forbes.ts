/**
 * The boiling point of water in degrees Fahrenheit and the pressure of the air in inches of mercury, measured at 17 places in
 * the Alps and in Scotland. Forbes 1857, Further experiments and remarks on the measurement of heights by the boiling point
 * of water, Transactions of the Royal Society of Edinburgh 21, 235–243; as printed in Weisberg, Applied Linear Regression.
 */
export const forbes: readonly (readonly [boilingPoint: number, pressure: number])[] = [
  [194.5, 20.79],
  [194.3, 20.79],
  [197.9, 22.4],
  [198.4, 22.67],
  [199.4, 23.15],
  [199.9, 23.35],
  [200.9, 23.89],
  [201.1, 23.99],
  [201.4, 24.02],
  [201.3, 24.01],
  [203.6, 25.14],
  [204.6, 26.57],
  [209.5, 28.49],
  [208.6, 27.76],
  [210.7, 29.04],
  [211.9, 29.88],
  [212.2, 30.06],
];
