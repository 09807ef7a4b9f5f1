import { createStore } from 'zustand/vanilla';
import { preferences, type Preferences } from './preferences.ts';
import { presentation } from './presentation.ts';

/** What the system asks of every page. */
export interface System {
  readonly wantsContrast: boolean;
  /** The theme that the system's own few colours are of, where it allows no others. */
  readonly forced: Preferences['theme'] | undefined;
}

export const system = createStore<System>()(() => ({ wantsContrast: false, forced: undefined }));

/**
 * How the page looks and speaks now: as it is preferred, but light on paper, and while it is projected, since a dim room
 * leaves black grey. With much contrast where it is chosen, and where the system asks for it and nothing is chosen.
 */
export interface Appearance extends Pick<Preferences, 'language' | 'theme'> {
  readonly hasContrast: boolean;
}

const now = (): Appearance => {
  const { language, theme, contrast } = preferences.getState();
  const { isOn, isPresenter, isPrinted } = presentation.getState();
  const { wantsContrast, forced } = system.getState();
  const isLight = isPrinted || (isOn && !isPresenter);
  return {
    language,
    theme: isLight ? 'light' : (forced ?? theme),
    hasContrast: forced !== undefined || (contrast === 'system' ? wantsContrast : contrast === 'more'),
  };
};

export const appearance = createStore<Appearance>()(now);

const follow = (): void => {
  const [next, before] = [now(), appearance.getState()];
  const isSame = (['language', 'theme', 'hasContrast'] as const).every((part) => next[part] === before[part]);
  if (!isSame) appearance.setState(next);
};

preferences.subscribe(follow);
presentation.subscribe(follow);
system.subscribe(follow);
