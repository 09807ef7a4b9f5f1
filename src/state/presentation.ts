import { createStore } from 'zustand/vanilla';

/** The page as it is projected, or printed; no part of the scene, of undo or of what is remembered. */
export interface Presentation {
  readonly isOn: boolean;
  /** Whether the screen is black, so that the class looks at the teacher. */
  readonly isBlank: boolean;
  /** Whether this window is the presenter's, which is not projected itself. */
  readonly isPresenter: boolean;
  readonly isPrinted: boolean;
}

export const presentation = createStore<Presentation>()(() => ({
  isOn: false,
  isBlank: false,
  isPresenter: false,
  isPrinted: false,
}));

export function present(): void {
  if (!presentation.getState().isOn) presentation.setState({ isOn: true, isBlank: false });
}

export function stopPresenting(): void {
  if (presentation.getState().isOn) presentation.setState({ isOn: false, isBlank: false });
}

export const toggleBlank = (): void => presentation.setState(({ isOn, isBlank }) => ({ isBlank: isOn && !isBlank }));
