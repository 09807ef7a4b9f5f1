import { createStore } from 'zustand/vanilla';
import { preferences, type Preferences } from './preferences.ts';
import { presentation } from './presentation.ts';

/** How the page looks and speaks now: as it is preferred, but light on paper, and while it is projected, since a dim room leaves black grey. */
export type Appearance = Pick<Preferences, 'language' | 'theme'>;

const now = (): Appearance => {
  const { language, theme } = preferences.getState();
  const { isOn, isPresenter, isPrinted } = presentation.getState();
  const isLight = isPrinted || (isOn && !isPresenter);
  return { language, theme: isLight ? 'light' : theme };
};

export const appearance = createStore<Appearance>()(now);

const follow = (): void => {
  const [next, before] = [now(), appearance.getState()];
  if (next.theme !== before.theme || next.language !== before.language) appearance.setState(next);
};

preferences.subscribe(follow);
presentation.subscribe(follow);
