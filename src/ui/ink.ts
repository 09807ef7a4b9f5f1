/** What the theme gives a canvas: colours, the font, and the size that everything is in proportion to. */
export interface Ink {
  readonly ground: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly family: string;
  /** Font size in CSS pixels. */
  readonly em: number;
}

/** Reads the ink from an element's computed style. */
export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ground: read('--ground'),
    text: read('--text'),
    quiet: read('--quiet'),
    line: read('--line'),
    family: style.fontFamily,
    em: Number.parseFloat(style.fontSize),
  };
}
