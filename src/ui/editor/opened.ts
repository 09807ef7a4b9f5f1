import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Opened {
  /** Whether the surface's formula is being edited. */
  readonly surface: boolean;
  /** The id of a rule that was just made, whose editor takes the focus. */
  readonly fresh: string | undefined;
}

export const opened = createStore<Opened>(() => ({ surface: false, fresh: undefined }));

export const useSurfaceOpened = (): boolean => useStore(opened, ({ surface }) => surface);

/** The button that opens the editor of the surface, which gets the focus back. */
export const surfaceButtonId = 'edit-surface';

export const closeSurface = (): void => {
  opened.setState({ surface: false });
  document.getElementById(surfaceButtonId)?.focus();
};
