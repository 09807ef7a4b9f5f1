/** How far colours are apart, and how people see them who lack one kind of cone. */

type Triple = readonly [number, number, number];
const degrees = Math.PI / 180;

/** Linear red, green and blue, 0 to 1, of #rrggbb. */
const linear = (hex: string): Triple =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Triple;

/** Machado, Oliveira & Fernandes 2009, doi:10.1109/TVCG.2009.113: severity 1, on linear colours. */
const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export type Sight = keyof typeof sights;
export const sightNames = Object.keys(sights) as Sight[];

const seen = (colour: Triple, sight: Sight): Triple =>
  [0, 3, 6].map((row) => {
    const value = colour.reduce((sum, part, i) => sum + (sights[sight][row + i] as number) * part, 0);
    return Math.min(1, Math.max(0, value));
  }) as unknown as Triple;

/** CIELAB under D65. */
const lab = ([r, g, b]: Triple): Triple => {
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const hue = (a: number, b: number): number => (Math.atan2(b, a) / degrees + 360) % 360;
const seventh = (c: number): number => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));

/** CIEDE2000 of two CIELAB colours. Sharma, Wu & Dalal 2005, doi:10.1002/col.20070. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const [h1, h2] = [hue(stretch * a1, b1), hue(stretch * a2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [light, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const middle = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const cos = (times: number, offset: number): number => Math.cos((times * middle + offset) * degrees);
  const t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const dl = (l2 - l1) / (1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * chroma);
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees)) / (1 + 0.015 * chroma * t);
  const blue = -Math.sin(60 * Math.exp(-(((middle - 275) / 25) ** 2)) * degrees) * 2 * seventh(chroma);
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + blue * dc * dh);
}

/** CIEDE2000 of two colours #rrggbb as somebody sees them. */
export const apart = (a: string, b: string, sight: Sight): number =>
  ciede2000(lab(seen(linear(a), sight)), lab(seen(linear(b), sight)));

/** Contrast ratio of two sRGB colours, WCAG 2.2. */
export const contrast = (a: string, b: string): number => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
};

/** What marks of optimizers lie on, and the contrast that they need there. */
export const grounds = [
  { theme: 'light', ground: '#ffffff', least: 4.4 },
  { theme: 'dark', ground: '#0b0e17', least: 5 },
] as const;

/** How far the mark of a further optimizer is from every other. */
export const leastApart: Readonly<Record<Sight, number>> = {
  normal: 14,
  protanopia: 6.5,
  deuteranopia: 6.5,
  tritanopia: 6.5,
};
