import { firstLayer } from '../../../network/pictures.ts';
import type { Common } from '../../../state/network/spec.ts';
import { type LabRun, recordAt } from '../../../state/network/store.ts';
import { classColour, colourOf } from './palette.ts';
import { diverging, mix } from './grey.ts';
import { placing, type Sheet } from './picture.ts';
import { drawSquares, type Square } from './squares.ts';

/** A sample of validation that the network takes for another class. */
export interface Miss {
  readonly row: number;
  readonly label: number;
  readonly taken: number;
  /** The probability that it gives to that. */
  readonly sure: number;
}

/** The samples of validation that are taken for another class, the surest first. */
function missesOf({ raw, split }: Common, { outputs }: Pick<LabRun, 'outputs'>): Miss[] {
  const classes = raw.classes.length;
  const misses: Miss[] = [];
  for (let s = 0; s < outputs.length / classes; s += 1) {
    const own = outputs.subarray(s * classes, (s + 1) * classes);
    const sure = Math.max(...own);
    const taken = own.indexOf(sure);
    const row = split.validation[s] as number;
    const label = raw.labels[row] as number;
    if (taken !== label) misses.push({ row, label, taken, sure });
  }
  return misses.sort((a, b) => b.sure - a.sure);
}

const shownMisses = 6;

/** Of images: what the first layer looks for, and below it the mistakes that the network is surest of. */
export function drawImages(sheet: Sheet, common: Common, run: LabRun, epoch: number): void {
  const { ink, theme, em, height } = sheet;
  const ground = colourOf(ink.ground);
  const parameters = recordAt(run, epoch)?.parameters;
  if (parameters === undefined) return;
  const pictures = firstLayer({ shape: run.spec.shape, parameters });
  const most = pictures.reduce((max, { weights }) => weights.reduce((top, w) => Math.max(top, Math.abs(w)), max), 0);
  const colour = diverging(ground, colourOf(classColour(theme, 0)), colourOf(classColour(theme, 1)), most);
  const split = height - Math.min(height * 0.34, 5 * em);
  drawSquares(sheet, pictures.map(({ side, weights }): Square => ({ side, numbers: weights, colour })), 0, split); // prettier-ignore
  const { raw } = common;
  const side = raw.side as number;
  const grey = (value: number) => mix(ground, colourOf(ink.text), value);
  const misses = missesOf(common, run).slice(0, shownMisses);
  const squares = misses.map(({ row, label, taken }): Square => ({
    side,
    numbers: raw.inputs.subarray(row * side * side, (row + 1) * side * side),
    colour: grey,
    words: `${raw.classes[label] ?? ''}→${raw.classes[taken] ?? ''}`,
  }));
  drawSquares(sheet, squares, split + 0.4 * em, height);
}

/** How often each class (down) is taken for each (across), in the network's colour. */
export function drawConfusion(sheet: Sheet, { raw, split }: Common, { outputs }: LabRun, colour: string): void {
  const classes = raw.classes.length;
  const counts = new Float64Array(classes * classes);
  const totals = new Float64Array(classes);
  for (let s = 0; s < outputs.length / classes; s += 1) {
    const own = outputs.subarray(s * classes, (s + 1) * classes);
    const label = raw.labels[split.validation[s] as number] as number;
    const at = label * classes + own.indexOf(Math.max(...own));
    counts[at] = (counts[at] ?? 0) + 1;
    totals[label] = (totals[label] ?? 0) + 1;
  }
  const { context, width, height, em, ink } = sheet;
  const size = Math.min(width, height) / classes;
  const [left, top] = [(width - size * classes) / 2, (height - size * classes) / 2];
  counts.forEach((count, i) => {
    const [row, column] = [Math.floor(i / classes), i % classes];
    const [x, y] = [left + column * size, top + row * size];
    context.globalAlpha = 1;
    context.fillStyle = ink.line;
    context.fillRect(x, y, size - 2, size - 2);
    context.globalAlpha = 0.85 * (count / Math.max(1, totals[row] as number));
    context.fillStyle = colour;
    context.fillRect(x, y, size - 2, size - 2);
    context.globalAlpha = 1;
    if (size < 1.4 * em) return;
    context.fillStyle = ink.text;
    context.font = `${em}px ${ink.family}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(String(count), x + size / 2, y + size / 2);
  });
}

/** What is predicted (up) against what was wanted (across), the diagonal being right. */
export function drawAgainst(sheet: Sheet, { raw, split }: Common, { outputs }: LabRun, colour: string): void {
  const { context, em, ink } = sheet;
  const count = outputs.length / raw.wanted.length;
  const wanted = Array.from({ length: count }, (_, s) => raw.numbers[(split.validation[s] as number) * raw.wanted.length] as number); // prettier-ignore
  const [low, high] = [Math.min(...wanted), Math.max(...wanted)];
  const room = 0.08 * (high - low) || 1;
  const place = placing(sheet, [low - room, high + room, low - room, high + room]);
  context.strokeStyle = ink.quiet;
  context.lineWidth = 0.1 * em;
  context.beginPath();
  context.moveTo(place.across(low - room), place.down(low - room));
  context.lineTo(place.across(high + room), place.down(high + room));
  context.stroke();
  context.fillStyle = colour;
  wanted.forEach((value, s) => {
    context.beginPath();
    context.arc(place.across(value), place.down(outputs[s * raw.wanted.length] as number), 0.2 * em, 0, 2 * Math.PI);
    context.fill();
  });
}
