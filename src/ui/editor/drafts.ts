import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A text with a mistake in it, and the formula without one that runs meanwhile. */
interface Draft {
  readonly text: string;
  readonly running: string;
}

/** Texts that cannot run yet, by what they are to become; kept while their editor is closed. */
const drafts = createStore<Readonly<Record<string, Draft>>>(() => ({}));

/** The text to edit: the draft, as long as the formula that it departed from still runs; else that formula. */
export const useDraft = (key: string, running: string): string =>
  useStore(drafts, (all) => (all[key]?.running === running ? all[key].text : running));

export const keepDraft = (key: string, draft: Draft): void => drafts.setState({ [key]: draft });

export const dropDraft = (key: string): void => {
  const { [key]: _, ...rest } = drafts.getState();
  drafts.setState(rest, true);
};

/** A draft goes where the name of its rule goes. */
export const moveDraft = (from: string, to: string): void => {
  const draft = drafts.getState()[from];
  dropDraft(from);
  if (draft !== undefined) keepDraft(to, draft);
};
