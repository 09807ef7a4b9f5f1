import type { MapUnder } from '../../state/maps/sweeps.ts';
import { sweepsStore } from '../../state/maps/sweeps.ts';
import type { Scene } from '../../state/scene.ts';
import { valuesOn } from '../../sweep/axis.ts';
import { classes } from '../../sweep/cells.ts';
import { fileNameOf, save } from '../export/files.ts';
import { inkOf } from '../ink.ts';

type Saved = Readonly<Record<string, Pick<MapUnder, 'plan' | 'cells' | 'made'>>>;

/** One row per run: the map, the values on its two axes, and what became of the run; only runs that have been made. */
export function csvOf(maps: Saved): string {
  const rows = Object.entries(maps).flatMap(([name, { plan, cells, made }]) => {
    const { axes, size } = plan;
    const [across, up] = [valuesOn(axes[0], size[0]), valuesOn(axes[1], size[1])];
    return Array.from(cells.class).flatMap((kind, at) => {
      const named = classes[kind];
      const loss = cells.loss[at] as number;
      return named === undefined || made[at] === 0
        ? []
        : [
            [
              name,
              ...[axes[0].name, across[at % size[0]], axes[1].name, up[Math.floor(at / size[0])]],
              ...[named, cells.steps[at], cells.minimum[at], Number.isFinite(loss) ? loss : ''],
            ].join(),
          ];
    });
  });
  return `${['map,across,x,up,y,class,steps,minimum,loss', ...rows].join('\n')}\n`;
}

export const saveCsv = (scene: Scene): void =>
  save(fileNameOf(scene, 'maps', 'csv'), new Blob([csvOf(sweepsStore.getState())], { type: 'text/csv' }));

/** A list of cells with null where no run has been made. */
const madeOf = (list: ArrayLike<number>, made: Uint8Array): (number | null)[] =>
  Array.from(list, (value, at) => (made[at] === 0 ? null : value));

/** The same as JSON: every map with its axes and size, and its runs as lists row by row from the lower left; null where a run has no finite end, or has not been made. */
export const jsonOf = (maps: Saved): string =>
  `${JSON.stringify({
    classes,
    maps: Object.entries(maps).map(([name, { plan, cells, made }]) => ({
      name,
      axes: plan.axes,
      size: plan.size,
      steps: plan.settings.steps,
      cells: Object.fromEntries(Object.entries(cells).map(([key, list]) => [key, madeOf(list as Float64Array, made)])),
    })),
  })}\n`;

export const saveJson = (scene: Scene): void =>
  save(fileNameOf(scene, 'maps', 'json'), new Blob([jsonOf(sweepsStore.getState())], { type: 'application/json' }));

const gap = 16;

/** Draws a legend as it lies on the page: its swatches and ramps, and its words. */
function drawLegend(context: CanvasRenderingContext2D, legend: HTMLElement, text: string): void {
  for (const swatch of legend.querySelectorAll<HTMLElement>('.swatch, .ramp')) {
    const { left, top, width, height } = swatch.getBoundingClientRect();
    const { backgroundImage, backgroundColor, borderTopStyle, borderTopColor } = getComputedStyle(swatch);
    const colours = backgroundImage.match(/[a-z]+\([^()]*\)/g) ?? [];
    if (borderTopStyle === 'dashed') {
      context.strokeStyle = borderTopColor;
      context.setLineDash([4, 3]);
      context.strokeRect(left, top, width, 0);
      continue;
    }
    const ramp = context.createLinearGradient(left, 0, left + width, 0);
    colours.forEach((colour, i) => ramp.addColorStop(i / (colours.length - 1), colour));
    context.fillStyle = colours.length > 1 ? ramp : backgroundColor;
    context.fillRect(left, top, width, height);
  }
  context.fillStyle = text;
  const words = document.createTreeWalker(legend, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    range.selectNodeContents(node);
    const { left, top, height } = range.getBoundingClientRect();
    const { fontSize, fontFamily } = getComputedStyle(node.parentElement ?? legend);
    context.font = `${fontSize} ${fontFamily}`;
    context.fillText(node.textContent ?? '', left, top + height / 2);
  }
}

/** The maps that are on the page with their titles, axes and legend, as they stand, in one picture. */
export async function savePng(scene: Scene): Promise<void> {
  const stage = document.querySelector<HTMLElement>('.maps-stage');
  if (stage === null) return;
  const frame = stage.getBoundingClientRect();
  const ratio = Math.max(2, window.devicePixelRatio);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [(frame.width + 2 * gap) * ratio, (frame.height + 2 * gap) * ratio];
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ink = inkOf(stage);
  context.scale(ratio, ratio);
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(gap - frame.left, gap - frame.top);
  context.imageSmoothingEnabled = false;
  for (const each of stage.querySelectorAll('canvas')) {
    const { left, top, width, height } = each.getBoundingClientRect();
    context.drawImage(each, left, top, width, height);
  }
  context.fillStyle = ink.text;
  context.textBaseline = 'middle';
  for (const each of stage.querySelectorAll<HTMLElement>('[data-drawn]')) {
    const { left, top, height } = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.fillText(each.textContent ?? '', left, top + height / 2);
  }
  const legend = stage.querySelector<HTMLElement>('.map-legend');
  if (legend !== null) drawLegend(context, legend, ink.text);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob !== null) save(fileNameOf(scene, 'maps', 'png'), blob);
}
