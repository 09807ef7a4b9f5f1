import { glyphPath } from '../../scene/geometry/glyphs.ts';
import type { Look } from './look.ts';

const svg = 'http://www.w3.org/2000/svg';

/** A look's glyph as a small picture. */
export function glyphElement({ glyph, colour }: Look): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('viewBox', '-6 -6 12 12');
  element.setAttribute('class', 'loss-glyph');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', glyphPath(glyph, 5));
  path.setAttribute('fill', colour);
  element.append(path);
  return element;
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
