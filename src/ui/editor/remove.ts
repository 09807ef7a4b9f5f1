import { setHighlight } from '../../state/highlight.ts';
import { change } from '../../state/store.ts';
import { dropDraft } from './drafts.ts';
import { without } from './recipes.ts';

/** Takes an optimizer out of the race; its controls are gone, so the panel gets the focus. */
export const removeOptimizer = (id: string): void => {
  setHighlight(null);
  dropDraft(id);
  change(without(id));
  document.getElementById('controls')?.focus();
};
