import { createStore } from 'zustand/vanilla';
import { preferences, type Preferences } from './preferences.ts';

/** The page as it is projected; no part of the scene, of undo or of what is remembered. */
export interface Presentation {
  readonly isOn: boolean;
  /** Whether the screen is black, so that the class looks at the teacher. */
  readonly isBlank: boolean;
}

export const presentation = createStore<Presentation>()(() => ({ isOn: false, isBlank: false }));

let theme: Preferences['theme'] | undefined;

/** Begins: light, since a dim room leaves a projector's black grey. The theme of before is kept for the end. */
export function present(): void {
  if (presentation.getState().isOn) return;
  theme = preferences.getState().theme;
  presentation.setState({ isOn: true, isBlank: false });
  preferences.setState({ theme: 'light' });
}

export function stopPresenting(): void {
  if (!presentation.getState().isOn) return;
  presentation.setState({ isOn: false, isBlank: false });
  preferences.setState({ theme: theme ?? 'dark' });
}

export const toggleBlank = (): void => presentation.setState(({ isOn, isBlank }) => ({ isBlank: isOn && !isBlank }));
