import { useEffect } from 'react';
import { showRace } from '../motion.ts';
import { sceneStore } from '../../state/store.ts';
import { importFile } from './importText.ts';

const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

const take = async (file: File): Promise<void> => {
  const before = sceneStore.getState().scene;
  await importFile(file);
  if (sceneStore.getState().scene !== before) showRace();
};

/** A scene's file that is dropped anywhere on the page is opened. */
export function DropTarget(): null {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      document.body.dataset['drop'] = '';
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) delete document.body.dataset['drop'];
    };
    const drop = (event: DragEvent): void => {
      delete document.body.dataset['drop'];
      if (!holdsFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) void take(file);
    };
    const control = new AbortController();
    const { signal } = control;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => control.abort();
  }, []);
  return null;
}
