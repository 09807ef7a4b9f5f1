/** Red, green, blue, each 0 … 1, sRGB. */
export type Rgb = readonly [r: number, g: number, b: number];

export type Theme = 'dark' | 'light';

/** Ten equal steps of viridis. van der Walt & Smith 2015, https://bids.github.io/colormap. */
const anchors: readonly Rgb[] = [
  '440154',
  '482878',
  '3e4a89',
  '31688e',
  '26828e',
  '1f9e89',
  '35b779',
  '6dcd59',
  'b4de2c',
  'fde725',
].map((hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb);

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** Catmull–Rom through four equally spaced values. */
const spline = (a: number, b: number, c: number, d: number, s: number): number =>
  b + 0.5 * s * (c - a + s * (2 * a - 5 * b + 4 * c - d + s * (3 * (b - c) + d - a)));

/** Viridis at u, 0 … 1: dark purple, blue, green, yellow, with equal steps of lightness. */
export function viridis(u: number): Rgb {
  const place = clamped(u) * (anchors.length - 1);
  const i = Math.min(anchors.length - 2, Math.floor(place));
  const [a, b, c, d] = [i - 1, i, i + 1, i + 2].map((at) => anchors[Math.min(anchors.length - 1, Math.max(0, at))]) as [
    Rgb,
    Rgb,
    Rgb,
    Rgb,
  ];
  return [0, 1, 2].map((channel) =>
    clamped(spline(a[channel] as number, b[channel] as number, c[channel] as number, d[channel] as number, place - i)),
  ) as unknown as Rgb;
}

/** What a theme makes of viridis, so that the paths stand out: the part of the map that is used, and what is mixed in. */
const tuning: Readonly<Record<Theme, { from: number; to: number; mix: Rgb; share: number }>> = {
  dark: { from: 0.02, to: 0.9, mix: [0.1, 0.16, 0.3], share: 0.16 },
  light: { from: 0.04, to: 0.93, mix: [0.86, 0.89, 0.93], share: 0.2 },
};

/** The colour of height u, 0 … 1, in a theme: for mesh and map alike. */
export function heightColour(u: number, theme: Theme): Rgb {
  const { from, to, mix, share } = tuning[theme];
  const colour = viridis(from + clamped(u) * (to - from));
  return colour.map((value, i) => value + (mix[i as 0 | 1 | 2] - value) * share) as unknown as Rgb;
}

/** The same as a CSS colour. */
export const heightCss = (u: number, theme: Theme): string =>
  `rgb(${heightColour(u, theme)
    .map((value) => Math.round(value * 255))
    .join(' ')})`;

/** The ramp as `size` texels of r, g, b, a in bytes. */
export function colourRamp(theme: Theme, size = 256): Uint8Array {
  const ramp = new Uint8Array(size * 4);
  for (let i = 0; i < size; i += 1) {
    const [r, g, b] = heightColour(i / (size - 1), theme);
    ramp.set([Math.round(r * 255), Math.round(g * 255), Math.round(b * 255), 255], i * 4);
  }
  return ramp;
}
