/** A number on an axis: short, with a true minus sign, and without an exponent where it needs none. */
export function axisNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const isPlain = size < 1e5 && size >= 1e-3;
  const text = isPlain ? String(Number(value.toPrecision(10))) : value.toExponential().replace('e+', 'e');
  return text.replaceAll('-', '−');
}
