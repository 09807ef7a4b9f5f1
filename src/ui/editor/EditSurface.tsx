import type { ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';
import { useText } from '../useText.ts';
import { hasOwnData } from '../../state/scene.ts';
import { sceneStore } from '../../state/store.ts';
import { closeSurface, openSurface, surfaceButtonId, useSurfaceOpened } from './opened.ts';

const open = (): void => openSurface(hasOwnData(sceneStore.getState().scene.surface) ? 'data' : 'formula');

/** Opens the editor of what the surface is made of, and closes it. */
export function EditSurface(): ReactNode {
  const isOpen = useSurfaceOpened();
  const { editor } = useText();
  return (
    <IconButton
      id={surfaceButtonId}
      className="edit-surface"
      icon="edit"
      label={editor.editSurface}
      aria-expanded={isOpen}
      onClick={isOpen ? closeSurface : open}
    />
  );
}
