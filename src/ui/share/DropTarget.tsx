import { useEffect } from 'react';
import { sceneStore } from '../../state/store.ts';
import { takeFile } from '../data/taken.ts';
import { openSurface } from '../editor/opened.ts';
import { importFile } from './importText.ts';
import { showOpened } from './showOpened.ts';

const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

const isTable = ({ name, type }: File): boolean =>
  /\.(?:csv|tsv|txt|dat)$/i.test(name) || type === 'text/csv' || type === 'text/tab-separated-values';

/** On the editor of data every file is a table; elsewhere one that says so. */
const take = async (file: File, onto: EventTarget | null): Promise<void> => {
  const isOnData = onto instanceof Element && onto.closest('.data-editor') !== null;
  if (isOnData || isTable(file)) {
    openSurface('data');
    return takeFile(file);
  }
  const before = sceneStore.getState().scene;
  await importFile(file);
  if (sceneStore.getState().scene !== before) showOpened();
};

/** A file that is dropped anywhere on the page is opened: a scene, lessons, or a table as the surface of a regression. */
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
      if (file !== undefined) void take(file, event.target);
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
