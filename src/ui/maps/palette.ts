import { type Rgb, type Theme, viridis } from '../../scene/geometry/colours.ts';

const gamma = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * Math.max(value, 0) ** (1 / 2.4) - 0.055;

/** OKLCH as sRGB; hue in degrees. Ottosson 2020, https://bottosson.github.io/posts/oklab. */
function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => Math.min(1, Math.max(0, gamma(value)))) as unknown as Rgb;
}

/** Hues of the minima, chosen to be far apart from one to the next. */
const hues = [45, 265, 185, 345, 100, 305, 150, 15, 225, 75];

export const minimumHue = (index: number): number => hues[index % hues.length] as number;

/** One colour as the number that a pixel of an image holds: a, b, g, r from the highest byte. */
export const pixelOf = ([r, g, b]: Rgb): number =>
  (255 << 24) | (Math.round(b * 255) << 16) | (Math.round(g * 255) << 8) | Math.round(r * 255);

export const cssOf = (colour: Rgb): string => `rgb(${colour.map((value) => Math.round(value * 255)).join(' ')})`;

/** How early a run arrived: 1 at once, 0 with the last step; equal ratios of steps are equal steps of colour. */
export const earliness = (steps: number, budget: number): number => 1 - Math.log1p(steps) / Math.log1p(budget);

/** Hue: where a run arrived; lightness: how early. */
export const arrival = (hue: number, early: number): Rgb => {
  const t = Math.min(1, Math.max(0, early)) ** 0.8;
  return oklch(0.36 + 0.54 * t, 0.105 + 0.065 * Math.sin(Math.PI * Math.min(1, 0.25 + 0.65 * t)), hue);
};

/** What has not arrived: dark in both themes, as lightness means speed. */
export const outcomes: Readonly<
  Record<'slow' | 'oscillating' | 'diverged' | 'undefined', Readonly<Record<Theme, Rgb>>>
> = {
  slow: { dark: oklch(0.27, 0.018, 265), light: oklch(0.32, 0.02, 265) },
  oscillating: { dark: oklch(0.36, 0.05, 305), light: oklch(0.42, 0.06, 305) },
  diverged: { dark: oklch(0.13, 0.012, 265), light: oklch(0.2, 0.015, 265) },
  undefined: { dark: oklch(0.5, 0, 0), light: oklch(0.62, 0, 0) },
};

/** Yellow for little, dark violet for much. */
export const amount = (share: number): Rgb => viridis(1 - Math.min(1, Math.max(0, share)));
