/** How a language writes whole numbers: 20,000. */
const counting = { en: new Intl.NumberFormat('en'), zh: new Intl.NumberFormat('zh-CN') };

export const count = (language: 'en' | 'zh', value: number | bigint): string => counting[language].format(value);

/**
 * A loss in at most 7 characters, the same in every language: three digits, and an exponent where it is very large or
 * small. `—` where it is not finite.
 */
export function lossText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  if (size === 0) return '0';
  const text = size >= 0.01 && size < 10_000 ? value.toPrecision(size < 1000 ? 3 : 4) : value.toExponential(1);
  return text.replace('e+', 'e').replaceAll('-', '−');
}
