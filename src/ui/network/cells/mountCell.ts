import { domainOf, sides, sightShape } from '../../../state/network/sights.ts';
import type { Common } from '../../../state/network/spec.ts';
import { type LabRun, labStore } from '../../../state/network/store.ts';
import { appearance } from '../../../state/appearance.ts';
import { inkOf } from '../../ink.ts';
import { inTurn } from '../../turns.ts';
import { rangeOf } from './paintOutputs.ts';
import { colourOf } from './palette.ts';
import { drawCurve, drawPoints, type Sheet } from './picture.ts';
import { paintRegion } from './region.ts';
import { drawAgainst, drawConfusion, drawImages } from './samplesView.ts';

/** Pixels along a side of a region at rest: no more than are painted without a long task. */
const resting = 240;
/** And while it moves: as many as leave time for the other cells, which the first pictures show. */
const [fewest, most] = [64, 128];
let moving = fewest;

/** Takes from how long a picture took, in milliseconds, how large the next may be. */
const pace = (took: number): void => {
  if (took < 3) moving = Math.min(most, moving + 16);
  else if (took > 6) moving = Math.max(fewest, moving - 16);
};

/** The canvases of a cell: what the network says, and the samples over it, which are drawn once. */
export interface CellParts {
  readonly said: HTMLCanvasElement;
  readonly points: HTMLCanvasElement;
  readonly em: HTMLElement;
}

/** Draws an optimizer's network whenever it has learnt something; returns what ends it. */
export function mountCell({ said, points, em }: CellParts, id: string, colour: string): () => void {
  const frame = inTurn(draw);
  const paper = document.createElement('canvas');
  let image: ImageData | undefined;
  let drawn: Float32Array | undefined;
  let pointsOf: Common['raw'] | undefined;
  /** Sizes and colours; measured anew when one of them changes, since asking lays the page out. */
  let measured: Omit<Sheet, 'context'> | undefined;

  const measure = (): Omit<Sheet, 'context'> => {
    const ratio = window.devicePixelRatio;
    const ink = inkOf(said);
    const [width, height] = [Math.round(said.clientWidth * ratio), Math.round(said.clientHeight * ratio)];
    return { width, height, em: ink.em * ratio, ink, theme: appearance.getState().theme };
  };

  const sheetOn = (canvas: HTMLCanvasElement): Sheet | undefined => {
    measured ??= measure();
    const { width, height } = measured;
    const context = canvas.getContext('2d');
    if (context === null || width === 0 || height === 0) return undefined;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.clearRect(0, 0, width, height);
    return { context, ...measured };
  };

  function drawRegion(sheet: Sheet, { raw }: Common, run: LabRun): void {
    const { context, width, height, ink, theme } = sheet;
    const moves = run.side < sides.resting;
    const size = Math.min(moves ? moving : resting, Math.max(width, height));
    if (paper.width !== size) Object.assign(paper, { width: size, height: size });
    const on = paper.getContext('2d') as CanvasRenderingContext2D;
    if (image?.width !== size) image = on.createImageData(size, size);
    const look = { theme, ground: colourOf(ink.ground), ink: colourOf(ink.text), range: rangeOf(raw) };
    const before = performance.now();
    paintRegion(image.data, size, run.outputs, run.side, raw.classes.length || 1, look);
    if (moves) pace(performance.now() - before);
    on.putImageData(image, 0, 0);
    context.imageSmoothingQuality = moves ? 'low' : 'high';
    context.drawImage(paper, 0, 0, width, height);
  }

  function drawSaid(common: Common, run: LabRun): void {
    const sheet = sheetOn(said);
    if (sheet === undefined) return;
    const { raw } = common;
    const shape = sightShape(raw);
    // A curve lies over the points, a region below them.
    said.dataset['over'] = String(shape === 'line');
    if (shape === 'plane') drawRegion(sheet, common, run);
    else if (shape === 'line') drawCurve(sheet, run.outputs, domainOf(raw), colour);
    else if (raw.side !== undefined) drawImages(sheet, common, run, run.shown);
    else if (raw.classes.length > 0) drawConfusion(sheet, common, run, colour);
    else drawAgainst(sheet, common, run, colour);
  }

  function draw(): void {
    const { common, runs } = labStore.getState();
    const run = runs.find((one) => one.id === id);
    if (common === undefined || run === undefined) return;
    if (pointsOf !== common.raw) {
      pointsOf = common.raw;
      const sheet = sheetOn(points);
      if (sheet !== undefined && sightShape(common.raw) !== 'samples')
        drawPoints(sheet, common.raw, common.split, domainOf(common.raw), rangeOf(common.raw));
    }
    if (run.outputs.length === 0 || drawn === run.outputs) return;
    drawn = run.outputs;
    drawSaid(common, run);
  }

  const again = (): void => {
    drawn = undefined;
    pointsOf = undefined;
    frame.request();
  };
  const restyled = (): void => {
    measured = undefined;
    again();
  };
  // All cells are measured before any is drawn, which would have the page laid out anew for each.
  const resized = (): void => {
    measured = measure();
    again();
  };
  const ends = [labStore.subscribe(frame.request), appearance.subscribe(restyled)];
  const sizes = new ResizeObserver(resized);
  sizes.observe(said);
  sizes.observe(em);
  return () => {
    for (const end of ends) end();
    sizes.disconnect();
    frame.cancel();
  };
}
