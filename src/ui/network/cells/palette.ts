/** Colours of classes: paler than those of optimizers, so that neither is taken for the other, and of different lightness. */
const classColours = {
  dark: ['#4f86b8', '#e0b15c', '#a8617d', '#7fb095', '#8f88c2', '#c98a62', '#6fa9b3', '#b0a65e', '#8b93a7', '#cf9aa5'],
  light: ['#3f77ab', '#dca13c', '#97506c', '#5f9a7c', '#7a72b5', '#b87245', '#4f93a0', '#978d3f', '#707a91', '#c08490'],
} as const;

export type Colour = readonly [red: number, green: number, blue: number];

/** Reads #rrggbb, or #rgb, as which a stylesheet may have it. */
export function colourOf(hex: string): Colour {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Colour;
}

export const classColour = (theme: 'dark' | 'light', label: number): string => {
  const colours = classColours[theme];
  return colours[label % colours.length] as string;
};
