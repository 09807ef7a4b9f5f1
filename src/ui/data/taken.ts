import { createStore } from 'zustand/vanilla';
import type { Row } from '../../../surfaces/surface.ts';
import type { Text } from '../../formula/text.ts';
import { dictionaries } from '../../i18n/dictionaries.ts';
import { unfit } from '../../state/data.ts';
import { preferences } from '../../state/preferences.ts';
import { hasOwnData, type Scene } from '../../state/scene.ts';
import { change, sceneStore } from '../../state/store.ts';
import { readTable } from '../../state/table/table.ts';
import { showRace } from '../motion.ts';
import { changeHere, type Form, formIn, printedRows, withRows } from './recipes.ts';
import { textOf } from './textOf.ts';

/** The text that somebody gave as a table, and what is to be said about it. */
export interface Taken {
  readonly text: string;
  /** The scene's rows when it was taken, as text: with other rows it is out of date. */
  readonly beside: string;
  readonly notes: readonly Text[];
  readonly fault: Text | undefined;
}

const nothing: Taken = { text: '', beside: '', notes: [], fault: undefined };

/** Kept while the editor is closed. */
export const taken = createStore<Taken>(() => nothing);

/** Characters that are shown of a text: a longer one would take the browser seconds to lay out. */
export const shownLimit = 50_000;

/** The rows of the scene as text; empty where its surface is not made of data. */
export const rowsIn = ({ surface }: Scene): string => (hasOwnData(surface) ? printedRows(surface.data) : '');

const words = (tell: (data: (typeof dictionaries)['en']['data'], language: 'en' | 'zh') => string): Text => ({
  en: tell(dictionaries.en.data, 'en'),
  zh: tell(dictionaries.zh.data, 'zh'),
});

/** The form that rows can have, the one that is chosen where it can be, and what to say where it cannot. */
function formFor(rows: readonly Row[], chosen: Form): { form: Form; note?: Text; fault?: Text } {
  const why = unfit(rows, chosen.standardised);
  if (why === undefined) return { form: chosen };
  if (unfit(rows, !chosen.standardised) !== undefined) return { form: chosen, fault: why };
  const form = { ...chosen, standardised: !chosen.standardised };
  const name = form.standardised ? 'standardised' : 'raw';
  return { form, note: words((data, language) => data.used(why[language], data.usedForms[name])) };
}

/** Takes a text as a table: its rows become the surface at once; a text without any is kept and told. */
export function takeText(text: string, group?: string): void {
  const { rows, notes, fault: unread } = readTable(text);
  const { scene } = sceneStore.getState();
  const { form, note, fault = unread } = formFor(rows, formIn(scene));
  const isTaken = rows.length > 0 && fault === undefined;
  if (isTaken) {
    if (hasOwnData(scene.surface)) changeHere(withRows(rows, form), group);
    else {
      change(withRows(rows, form), group);
      showRace();
    }
  }
  const beside = rowsIn(sceneStore.getState().scene);
  const isLong = text.length > shownLimit;
  taken.setState({
    text: isLong ? (isTaken ? beside : text.slice(0, shownLimit)) : text,
    beside,
    notes: note === undefined ? notes : [...notes, note],
    fault,
  });
}

/** Tells why a file could not be taken; the text stays. */
const refuse = (fault: Text): void => {
  const beside = rowsIn(sceneStore.getState().scene);
  const { text, beside: before } = taken.getState();
  taken.setState({ text: before === beside ? text : beside, beside, notes: [], fault });
};

/** Bytes of a file that are read; a table of 200 rows is meant to come of it. */
const fileLimit = 64e6;

/** Takes a file as a table. */
export async function takeFile(file: File): Promise<void> {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  if (file.size > fileLimit) return refuse(words((data) => data.tooLarge(megabytes(file.size), megabytes(fileLimit))));
  let text: string;
  try {
    text = await textOf(file, preferences.getState().language);
  } catch {
    return refuse(words((data) => data.unreadable));
  }
  if (text.trim() === '') return refuse(words((data) => data.empty));
  takeText(text);
}
