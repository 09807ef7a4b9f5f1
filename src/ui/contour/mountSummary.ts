import { playback } from '../../state/playback.ts';
import { preferences } from '../../state/preferences.ts';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { readable } from '../../state/status.ts';
import { surfaceIn } from '../../state/surface.ts';
import { atRest } from '../atRest.ts';
import { summaryOf } from './summary.ts';

/** Keeps the words about the map, and the value of the start's handle, up to date. Returns what ends it. */
export function mountSummary(summary: HTMLElement, start: HTMLElement): () => void {
  return atRest(() => {
    const { scene, runs } = runsStore.getState();
    const { language } = preferences.getState();
    const [x, y] = scene.start;
    const [x0, x1] = surfaceIn(scene).domain;
    start.setAttribute('aria-valuemin', String(x0));
    start.setAttribute('aria-valuemax', String(x1));
    start.setAttribute('aria-valuenow', String(x));
    start.setAttribute('aria-valuetext', `x ${readable(x)}, y ${readable(y)}`);
    summary.textContent = summaryOf(scene, shownRuns(scene, runs), playback.step, language);
  });
}
