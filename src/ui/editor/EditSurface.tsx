import type { ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';
import { useText } from '../useText.ts';
import { closeSurface, opened, surfaceButtonId, useSurfaceOpened } from './opened.ts';

/** Opens the editor of the surface's formula, and closes it. */
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
      onClick={isOpen ? closeSurface : () => opened.setState({ surface: true })}
    />
  );
}
