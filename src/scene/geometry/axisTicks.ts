/** About `count` round numbers inside [lo, hi], in steps of 1, 2 or 5 times a power of ten; none where lo ≥ hi. */
export function axisTicks(lo: number, hi: number, count: number): number[] {
  const rough = (hi - lo) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = Math.floor(Math.log10(rough));
  const size = rough / 10 ** power;
  const factor = size < 1.5 ? 1 : size < 3.5 ? 2 : size < 7.5 ? 5 : 10;
  const places = Math.max(0, -(power + (factor === 10 ? 1 : 0)));
  const step = factor * 10 ** power;
  const ticks: number[] = [];
  for (let i = Math.ceil(lo / step - 1e-9); i * step <= hi + step * 1e-9; i += 1)
    ticks.push(places > 100 ? i * step : Number((i * step).toFixed(places)));
  return ticks.map((tick) => tick + 0);
}
