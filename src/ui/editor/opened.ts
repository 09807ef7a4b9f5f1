import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What a surface of one's own is made of. */
export type Way = 'formula' | 'data';

interface Opened {
  /** Whether the surface is being edited. */
  readonly surface: boolean;
  readonly way: Way;
  /** The id of a rule that was just made, whose editor takes the focus. */
  readonly fresh: string | undefined;
}

export const opened = createStore<Opened>(() => ({
  surface: false,
  way: 'formula',
  fresh: undefined,
}));

export const useSurfaceOpened = (): boolean => useStore(opened, ({ surface }) => surface);

/** The button that opens the editor of the surface, which gets the focus back. */
export const surfaceButtonId = 'edit-surface';

export const openSurface = (way: Way): void => opened.setState({ surface: true, way });

export const closeSurface = (): void => {
  opened.setState({ surface: false });
  document.getElementById(surfaceButtonId)?.focus();
};
