/** Colours and type of what is drawn over the picture. */
export interface OverlayInk {
  readonly ground: string;
  /** On the surface. */
  readonly text: string;
  readonly leader: string;
  /** Beside the surface. */
  readonly quiet: string;
  readonly family: string;
  /** Font size in CSS pixels. */
  readonly em: number;
}

type Context = CanvasRenderingContext2D;

/** A box in CSS pixels from the picture's left top corner. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name));

/** Opacity of an element, those that it lies in included. */
function opacityOf(element: Element, root: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

const paintShape = (context: Context, shape: Path2D, colour: string): void => {
  context.fillStyle = colour;
  context.fill(shape);
};

/** The middle of a mark's picture box, and how many CSS pixels one of its units is. */
const markOf = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2, unit: width / 24 });

function paintLeader(context: Context, leader: Element, ink: OverlayInk): void {
  context.strokeStyle = ink.leader;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(numberOf(leader, 'x1'), numberOf(leader, 'y1'));
  context.lineTo(numberOf(leader, 'x2'), numberOf(leader, 'y2'));
  context.stroke();
}

/** A minimum's rings or a saddle's cross, white with a dark glow. */
function paintMark(context: Context, mark: Element, box: Box, ratio: number): void {
  const { x, y, unit } = markOf(box);
  context.translate(x, y);
  context.scale(unit, unit);
  context.strokeStyle = '#fff';
  context.lineWidth = 2.4;
  context.lineCap = 'round';
  context.shadowColor = 'rgb(0 0 0 / 0.9)';
  context.shadowBlur = 3 * ratio;
  for (const shape of mark.children) {
    const path = new Path2D(shape.getAttribute('d') ?? '');
    if (shape.tagName === 'circle') path.arc(0, 0, numberOf(shape, 'r'), 0, 2 * Math.PI);
    if (shape.classList.contains('scene-mark-dot')) paintShape(context, path, '#fff');
    else context.stroke(path);
  }
}

function paintStart(context: Context, { left, top, width, height }: Box, { text, ground, em }: OverlayInk): void {
  const path = new Path2D();
  path.arc(left + width / 2, top + height / 2, em * 0.42, 0, 2 * Math.PI);
  for (const [colour, lineWidth] of [
    [ground, em * 0.4],
    [text, em * 0.16],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.stroke(path);
  }
}

function paintMarker(context: Context, marker: Element, box: Box, { ground }: OverlayInk): void {
  const glyph = marker.querySelector('path');
  if (glyph === null) return;
  const { x, y, unit } = markOf(box);
  const path = new Path2D(glyph.getAttribute('d') ?? '');
  context.translate(x, y);
  context.scale(unit, unit);
  context.lineJoin = 'round';
  context.lineWidth = 3.4;
  context.strokeStyle = ground;
  context.stroke(path);
  paintShape(context, path, glyph.getAttribute('fill') ?? '');
}

function paintText(context: Context, element: Element, { left, top, width, height }: Box, colour: string): void {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(element.textContent, left + width / 2, top + height / 2);
}

function paintLabel(context: Context, label: Element, box: Box, { ground, em }: OverlayInk): void {
  const { left, top, width, height } = box;
  const strength = context.globalAlpha;
  context.globalAlpha = strength * 0.84;
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(left, top, width, height, em * 0.4);
  context.fill();
  context.globalAlpha = strength;
  paintText(context, label, box, getComputedStyle(label).color);
}

/** A path of an arrow, of its head or of a halo, as its style says. */
function paintInk(context: Context, path: Element): void {
  const { stroke, strokeWidth, strokeDasharray, fill } = getComputedStyle(path);
  const shape = new Path2D(path.getAttribute('d') ?? '');
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (fill !== 'none') paintShape(context, shape, fill);
  if (stroke === 'none') return;
  context.strokeStyle = stroke;
  context.lineWidth = Number.parseFloat(strokeWidth);
  context.setLineDash(strokeDasharray === 'none' ? [] : strokeDasharray.split(/[\s,]+/).map(Number.parseFloat));
  context.stroke(shape);
}

function paintNote(context: Context, note: Element, { ground }: OverlayInk): void {
  const { fontWeight, fontSize, fontFamily, fill } = getComputedStyle(note);
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = Number.parseFloat(fontSize) * 0.32;
  context.strokeStyle = ground;
  context.fillStyle = fill;
  const [text, x, y] = [note.textContent, numberOf(note, 'x'), numberOf(note, 'y')];
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** Draws what lies over the picture where it lies, in the order in which it lies there. */
export function paintOverlay(context: Context, root: Element, ratio: number, ink: OverlayInk): void {
  const origin = root.getBoundingClientRect();
  const each = (selector: string, paint: (element: Element, box: Box) => void): void => {
    for (const element of root.querySelectorAll(selector)) {
      if (!isSeen(element)) continue;
      const { left, top, width, height } = element.getBoundingClientRect();
      context.save();
      context.scale(ratio, ratio);
      context.globalAlpha = opacityOf(element, root);
      paint(element, { left: left - origin.left, top: top - origin.top, width, height });
      context.restore();
    }
  };
  each('.scene-tick', (tick, box) => paintText(context, tick, box, ink.quiet));
  each('[data-leader]', (leader) => paintLeader(context, leader, ink));
  each('.scene-mark', (mark, box) => paintMark(context, mark, box, ratio));
  each('.scene-ink path', (path) => paintInk(context, path));
  each('.scene-ink text', (note) => paintNote(context, note, ink));
  each('.scene-start', (_, box) => paintStart(context, box, ink));
  each('.scene-marker', (marker, box) => paintMarker(context, marker, box, ink));
  each('.scene-label', (label, box) => paintLabel(context, label, box, ink));
}
