import type { Page } from '@playwright/test';
import { en } from '../../../src/i18n/en.ts';
import type { PlainRun } from '../../../src/app/api.ts';
import type { Scene } from '../../../src/state/scene.ts';

export const sceneOf = (page: Page): Promise<Scene> => page.evaluate(() => window.downhill.getScene());
export const runsOf = (page: Page): Promise<PlainRun[]> => page.evaluate(() => window.downhill.getRuns());

/** Lays part of a scene over the page's; the sentences about what could not be taken. */
export const setScene = (page: Page, partial: unknown): Promise<string[]> =>
  page.evaluate((part) => window.downhill.setScene(part), partial);

/** A run's value of a column after its last step. */
export const lastOf = ({ columns, steps }: PlainRun, column: string): number => columns[column]?.[steps] ?? NaN;

/** The step that the timeline shows: its slider rounds a place that is all but the next step. */
export const stepOf = async (page: Page): Promise<number> => {
  const shown = await page.locator('.timeline:visible .steps > :first-child').textContent();
  return Number(shown?.replaceAll(/\D/g, '') || NaN);
};

/** Waits for so many frames of the display: for things that must not happen, without a clock. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        const next = (left: number): void => {
          if (left === 0) done();
          else requestAnimationFrame(() => next(left - 1));
        };
        next(wanted);
      }),
    count,
  );

/** Waits until nothing has been drawn in 3D for some frames of the display; how many frames it drew by then. */
export const atRest = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = (drawn: number, idle: number): void => {
          if (drawn > 0 && idle === 8) return done(drawn);
          requestAnimationFrame(() => {
            const now = window.downhill.stats().frames;
            look(now, now === drawn ? idle + 1 : 0);
          });
        };
        look(0, 0);
      }),
  );

/** Opens the page and waits for the first frame in 3D. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
}

/** Opens the page, pauses the race, and waits until it stands still. */
export async function openPaused(page: Page, hash = ''): Promise<void> {
  await open(page, hash);
  await page.getByRole('button', { name: en.timeline.pause, exact: true }).click();
  await atRest(page);
}

/** Middles of the optimizers' markers in the 3D picture, by id, in pixels of the window; those that are visible. */
export const markersOf = (page: Page): Promise<Record<string, { x: number; y: number }>> =>
  page.evaluate(() => {
    const runners = [...document.querySelectorAll<HTMLElement>('.scene-runner')];
    const seen = runners.filter((runner) =>
      runner.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    return Object.fromEntries(
      seen.map((runner) => {
        const { x, y, width, height } = (runner.querySelector('.scene-marker') as Element).getBoundingClientRect();
        return [runner.dataset['run'] as string, { x: x + width / 2, y: y + height / 2 }];
      }),
    );
  });
