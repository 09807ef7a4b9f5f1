import { type Drawing, haloReach, type InkMark, looks } from '../../scene/geometry/inkMarks.ts';
import type { Ink } from '../ink.ts';
import { clipToPlane } from './drawSurface.ts';
import type { Plane } from './plane.ts';

type Context = CanvasRenderingContext2D;

const shapeOf = (d: string): Path2D => new Path2D(d);

/** The outline of marks, `reach` font sizes wider than they are, in the ground's colour: what keeps them apart from all else. */
function strokeHalo(context: Context, { kind, d, head = '' }: InkMark, ink: Ink): void {
  context.setLineDash([]);
  context.strokeStyle = ink.ground;
  context.lineWidth = (looks[kind].width + 2 * haloReach) * ink.em;
  context.stroke(shapeOf(d));
  context.lineWidth = ((looks[kind].isHollow ? looks[kind].width : 0) + 2 * haloReach) * ink.em;
  context.stroke(shapeOf(head));
}

function strokeMark(context: Context, { kind, d, head = '' }: InkMark, own: string, ink: Ink): void {
  const { width, dash, ink: which, isHollow } = looks[kind];
  const colour = which === 'own' ? own : ink.text;
  context.setLineDash(dash.map((length) => length * ink.em));
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width * ink.em;
  if (width > 0) context.stroke(shapeOf(d));
  else context.fill(shapeOf(d));
  const tip = shapeOf(head);
  context.setLineDash([]);
  if (isHollow === true) context.fillStyle = ink.ground;
  context.fill(tip);
  if (isHollow === true) context.stroke(tip);
}

/** Marks with a halo below them all, and numbers with one each; `colour` is the optimizer's. */
export function drawInk(context: Context, plane: Plane, { marks, notes }: Drawing, colour: string, ink: Ink): void {
  context.save();
  clipToPlane(context, plane);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const mark of marks) strokeHalo(context, mark, ink);
  for (const mark of marks) strokeMark(context, mark, colour, ink);
  context.font = `600 ${ink.em * 0.92}px ${ink.family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = ink.em * 0.32;
  context.strokeStyle = ink.ground;
  context.fillStyle = colour;
  for (const { x, y, text } of notes) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  context.restore();
}
