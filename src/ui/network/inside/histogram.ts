import type { Histogram } from '../../../network/train/measures.ts';

/** The height of the drawing; its width is the number of bins. */
export const histogramHeight = 12;

const digits = (value: number): string => {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 0.01 || size >= 1000) ? value.toExponential(0) : String(Number(value.toPrecision(2)));
  return text.replace('e+', 'e').replaceAll('-', '−');
};

/** The outline of the bars, the tallest as high as the drawing; bars are as high as the root of their share, so that few are seen too. */
export function outline({ counts }: Histogram): string {
  const most = Math.sqrt(Math.max(...counts, 1));
  const steps = counts.map((count, bin) => {
    const top = (histogramHeight * (1 - Math.sqrt(count) / most)).toFixed(2);
    return `L${bin} ${top}H${bin + 1}`;
  });
  return `M0 ${histogramHeight}${steps.join('')}V${histogramHeight}Z`;
}

/** From where to where it reaches, and mean ± deviation. */
export const spreadText = ({ mean, deviation }: Histogram): string => `${digits(mean)} ± ${digits(deviation)}`;
export const endsText = ({ from, to }: Histogram): readonly [string, string] => [digits(from), digits(to)];
