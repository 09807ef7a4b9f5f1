import { type ReactNode, useMemo } from 'react';
import type { Difference } from '../../engine/difference.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { type FormDifference, formDifference } from '../../state/forms.ts';
import { ruleIn } from '../../state/rule.ts';
import type { RunsState } from '../../state/runs.ts';
import { readable } from '../../state/status.ts';
import { surfaceIn } from '../../state/surface.ts';
import { useRunsState } from '../useScene.ts';
import { useText } from '../useText.ts';

const compared = ({ runs, ghosts, scene }: RunsState, id: string): FormDifference | undefined => {
  const runner = scene.optimizers.find((each) => each.id === id);
  const run = runs.find((each) => each.id === id);
  const ghost = ghosts.find((each) => each.id === id && each.kind === 'variant');
  if (runner?.overlay === undefined || run === undefined || ghost === undefined) return undefined;
  const [x0, x1, y0, y1] = surfaceIn(scene).domain;
  const [here, there] = [
    { form: runner.variant, run },
    { form: runner.overlay, run: ghost.run },
  ];
  return formDifference(ruleIn(runner), here, there, Math.hypot(x1 - x0, y1 - y0));
};

type Words = Dictionary['forms'];

const said = ({ kind, step, largest }: Difference, words: Words): string => {
  if (kind === 'identical') return words.identical;
  return kind === 'rounding' ? words.rounding(readable(largest)) : words.parted(step, readable(largest));
};

const saidOfRenamed = ({ renamed }: FormDifference, words: Words): string | undefined => {
  if (renamed === undefined) return undefined;
  const { here, there, difference } = renamed;
  if (difference.kind === 'parted') return words.notRenamed(here, there, difference.step);
  const how = difference.kind === 'identical' ? words.exactly : words.nearly(readable(difference.largest));
  return words.renamed(here, there) + how;
};

/** What the form that is laid over an optimizer's path shows, in sentences. */
export function FormComparison({ id }: { id: string }): ReactNode {
  const state = useRunsState();
  const { forms: words } = useText();
  const found = useMemo(() => compared(state, id), [state, id]);
  if (found === undefined) return null;
  const sentences = [words.drawn, said(found, words), saidOfRenamed(found, words)];
  return (
    <div className="note">
      {sentences.map((sentence) => sentence !== undefined && <p key={sentence}>{sentence}</p>)}
    </div>
  );
}
