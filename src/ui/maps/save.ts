import type { MapUnder } from '../../state/maps/sweeps.ts';
import { sweepsStore } from '../../state/maps/sweeps.ts';
import type { Scene } from '../../state/scene.ts';
import { valuesOn } from '../../sweep/axis.ts';
import { classes } from '../../sweep/cells.ts';
import { fileNameOf, save } from '../export/files.ts';
import { pictureOf } from './picture.ts';

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

/** The maps that are on the page as a picture. */
export async function savePng(scene: Scene): Promise<void> {
  const stage = document.querySelector<HTMLElement>('.maps-stage');
  if (stage === null) return;
  const blob = await new Promise<Blob | null>((done) => pictureOf(stage).toBlob(done, 'image/png'));
  if (blob !== null) save(fileNameOf(scene, 'maps', 'png'), blob);
}
