import type { Page } from '@playwright/test';
import { en } from '../../../src/i18n/en.ts';
import { encodeLink } from '../../../src/state/link.ts';
import { initialScene, type Scene } from '../../../src/state/scene.ts';
import { expect } from '../page.ts';

const { graph } = en;

/** Opens a scene in the backprop view, and waits for its drawing. */
export async function openGraph(page: Page, backprop?: Scene['backprop']): Promise<void> {
  const scene: Scene = { ...initialScene(), view: 'backprop', ...(backprop === undefined ? {} : { backprop }) };
  await page.goto(`./${encodeLink(scene)}`);
  await expect(page.getByRole('application', { name: graph.title })).toBeVisible();
}

/** A node of the drawing, by the beginning of its name. */
export const gate = (page: Page, name: string) =>
  page.getByRole('application', { name: graph.title }).getByRole('button', { name: new RegExp(`^${name}[,:]`) });

/** What is written above and below a node; empty where it is not to be seen. */
export const written = (page: Page, name: string): Promise<[value: string, gradient: string]> =>
  gate(page, name).evaluate((element) => {
    const seen = (selector: string): string => {
      const text = element.parentElement?.querySelector(selector) as SVGElement;
      const { opacity } = getComputedStyle(text.closest('text') as SVGElement);
      return opacity === '0' ? '' : (text.textContent ?? '');
    };
    return [seen('.gate-number'), seen('.gate-gradient')];
  });

export const player = (page: Page) => page.getByRole('region', { name: graph.timeline.region });
export const press = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true }).click();
export const said = (page: Page) => page.getByRole('status', { name: graph.say.region });
export const beat = (page: Page) => player(page).getByRole('slider', { name: graph.timeline.scrub, exact: true });
export const chips = (page: Page) => page.locator('.chip-group:visible text').allTextContents();
