import type { Run } from '../../engine/run.ts';
import type { Language } from '../../formula/text.ts';
import { dictionaries } from '../../i18n/dictionaries.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { readable, statusSentence } from '../../state/status.ts';
import { surfaceIn } from '../../state/surface.ts';

const place = (x: number, y: number): string => `(${readable(x)}, ${readable(y)})`;

/** Where one run is after `step` steps, and how it ended where it has. */
function whereabouts(run: Run, scene: Scene, step: number, language: Language): string {
  const { contour: text } = dictionaries[language];
  const runner = scene.optimizers.find(({ id }) => id === run.id);
  const name = runner === undefined ? run.id : ruleIn(runner, scene.optimizers).name[language];
  const row = Math.min(step, run.steps);
  const value = (column: string): number => run.columns[column]?.[row] ?? NaN;
  const said = text.whereabouts(name, place(value('x'), value('y')), readable(value('loss')));
  const isOver = run.status !== 'budget' && step >= Math.min(run.at, run.steps);
  return isOver ? said + text.comma + statusSentence(run, scene, language) : said;
}

/** The map in words: what it shows, and where every run is after `step` steps. */
export function summaryOf(scene: Scene, runs: readonly Run[], step: number, language: Language): string {
  const { contour: text } = dictionaries[language];
  const { name, domain } = surfaceIn(scene);
  const [x0, x1, y0, y1] = domain.map(readable) as [string, string, string, string];
  const places = runs.map((run) => whereabouts(run, scene, step, language)).join(text.semicolon);
  const start = place(...scene.start);
  return text.summary(name[language], text.range(x0, x1), text.range(y0, y1), start, text.step(step), places);
}
