import type { Rgb, Theme } from '../geometry/colours.ts';

/** What a theme does to the light on the surface: linear light for `light`, `shade` and `rim`, sRGB for the others. */
export interface Palette {
  readonly light: Rgb;
  readonly shade: Rgb;
  readonly rim: Rgb;
  readonly lineColour: Rgb;
  /** Opacity of an isoline, and of every fifth. */
  readonly lineStrength: readonly [number, number];
  readonly edge: Rgb;
  /** What lies around the surface. */
  readonly ground: Rgb;
  readonly skirtStrength: number;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  dark: {
    light: [1, 0.975, 0.93],
    shade: [0.1, 0.12, 0.17],
    rim: [0.1, 0.16, 0.26],
    lineColour: [0.93, 0.98, 1],
    lineStrength: [0.13, 0.3],
    edge: [0.86, 0.95, 1],
    ground: [0.043, 0.055, 0.09],
    skirtStrength: 0.7,
  },
  light: {
    light: [0.9, 0.885, 0.86],
    shade: [0.13, 0.14, 0.17],
    rim: [0.12, 0.14, 0.18],
    lineColour: [0.03, 0.06, 0.12],
    lineStrength: [0.1, 0.24],
    edge: [0.1, 0.16, 0.22],
    ground: [1, 1, 1],
    skirtStrength: 0.34,
  },
};
