import type { Page } from '@playwright/test';
import type { MapSpec } from '../../../src/app/map.ts';

/** A map of the page's scene, as plain numbers. */
interface Plain {
  readonly loss: number[];
  readonly steps: number[];
  readonly class: number[];
  readonly minimum: number[];
  readonly classes: readonly string[];
  readonly backend: string;
  readonly refined: number;
}

export const mapOf = (page: Page, spec: MapSpec): Promise<Plain> =>
  page.evaluate(async (of) => {
    const { classes, backend, refined, ...found } = await window.downhill.map(of);
    const plain = Object.fromEntries(
      Object.entries(found).map(([name, list]) => [name, Array.from(list as unknown as number[])]),
    );
    return { ...plain, classes, backend, refined } as unknown as Plain;
  }, spec);

/** A view without a picture in 3D, so that the graphics card is free for maps. */
export const openQuietly = (page: Page, scene: object = { view: 'backprop' }) =>
  page.goto(`./#${encodeURIComponent(JSON.stringify(scene))}`);
