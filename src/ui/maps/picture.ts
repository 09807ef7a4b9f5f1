import { inkOf } from '../ink.ts';

type Context = CanvasRenderingContext2D;

const gap = 16;

/** Pieces of a text as they lie on the page, one for each line that it is wrapped into. */
function* linesOf(node: Node): Generator<{ readonly words: string; readonly box: DOMRect }> {
  const range = document.createRange();
  const text = node.textContent ?? '';
  let begun = 0;
  for (let end = 1; end <= text.length; end += 1) {
    range.setStart(node, begun);
    range.setEnd(node, Math.min(text.length, end + 1));
    if (end < text.length && range.getClientRects().length < 2) continue;
    range.setEnd(node, end);
    yield { words: text.slice(begun, end), box: range.getBoundingClientRect() };
    begun = end;
  }
}

function drawWords(context: Context, element: Element, colour: string): void {
  context.fillStyle = colour;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(node.parentElement ?? element);
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    for (const { words, box } of linesOf(node)) context.fillText(words, box.left, box.top + box.height / 2);
  }
}

const shapeOf = (path: Element): Path2D => new Path2D(path.getAttribute('d') ?? '');

/** An optimizer's glyph, or a sign of a key: paths about the middle. */
function drawGlyph(context: Context, glyph: SVGSVGElement): void {
  const { left, top, width, height } = glyph.getBoundingClientRect();
  context.save();
  context.translate(left + width / 2, top + height / 2);
  context.scale(width / glyph.viewBox.baseVal.width, height / glyph.viewBox.baseVal.height);
  for (const path of glyph.querySelectorAll('path')) {
    const [fill, stroke] = ['fill', 'stroke'].map((name) => path.getAttribute(name) ?? 'none') as [string, string];
    const shape = shapeOf(path);
    context.lineWidth = Number(path.getAttribute('stroke-width') ?? 1);
    [context.fillStyle, context.strokeStyle] = [fill, stroke];
    if (fill !== 'none') context.fill(shape);
    if (stroke !== 'none') context.stroke(shape);
  }
  context.restore();
}

/** A swatch or a ramp of a legend, with its edge. */
function drawSwatch(context: Context, swatch: Element): void {
  const { left, top, width, height } = swatch.getBoundingClientRect();
  const { backgroundImage, backgroundColor, borderTopStyle, borderTopColor } = getComputedStyle(swatch);
  const colours = backgroundImage.match(/[a-z]+\([^()]*\)/g) ?? [];
  const ramp = context.createLinearGradient(left, 0, left + width, 0);
  colours.forEach((colour, i) => ramp.addColorStop(i / (colours.length - 1), colour));
  context.save();
  context.fillStyle = colours.length > 1 ? ramp : backgroundColor;
  context.fillRect(left, top, width, height);
  context.strokeStyle = borderTopColor;
  if (borderTopStyle === 'solid') context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
  context.restore();
}

/** The maps of a stage with their titles, axes and legend, as they stand, in one picture; what is scrolled out of sight too. */
export function pictureOf(stage: HTMLElement): HTMLCanvasElement {
  const drawn = [...stage.querySelectorAll('canvas, [data-drawn], .map-legend')];
  const boxes = [stage, ...drawn].map((each) => each.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const ratio = Math.max(2, window.devicePixelRatio);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [(right - left + 2 * gap) * ratio, (bottom - top + 2 * gap) * ratio];
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const ink = inkOf(stage);
  context.scale(ratio, ratio);
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(gap - left, gap - top);
  context.imageSmoothingEnabled = false;
  context.textBaseline = 'middle';
  for (const each of drawn) {
    if (each instanceof HTMLCanvasElement) {
      const box = each.getBoundingClientRect();
      context.drawImage(each, box.left, box.top, box.width, box.height);
      continue;
    }
    for (const swatch of each.querySelectorAll('.swatch, .ramp')) drawSwatch(context, swatch);
    drawWords(context, each, ink.text);
  }
  for (const glyph of stage.querySelectorAll<SVGSVGElement>('figcaption .glyph, .key-sign')) drawGlyph(context, glyph);
  return canvas;
}
