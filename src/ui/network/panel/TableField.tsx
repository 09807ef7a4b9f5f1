import { type ReactNode, useId, useState } from 'react';
import { tableLimit } from '../../../state/network/schema.ts';
import type { Samples } from '../../../state/network/samples.ts';
import { settle } from '../../../state/store.ts';
import { textOf } from '../../data/textOf.ts';
import { take } from '../../editor/take.ts';
import { useLanguage, useText } from '../../useText.ts';
import { withTable } from './recipes.ts';

/** Bytes of a file: a larger one has too many characters in any encoding. */
const fileLimit = 4 * tableLimit;

/** A table of one's own, typed, pasted or opened, and what is to be said about it. */
export function TableField({ samples, table }: { samples: Samples; table: string }): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const use = (text: string): void => {
    if (text.length > tableLimit) return setProblem(lab.tooLong(text.length, tableLimit));
    setProblem(undefined);
    take(withTable(text), 'network table');
  };
  const open = (file: File): void => {
    if (file.size > fileLimit) return setProblem(lab.fileTooLong(file.size, fileLimit));
    void textOf(file, language).then(use, () => setProblem(lab.unreadable));
  };
  const said = [problem, samples.fault?.[language]].filter((text) => text !== undefined);
  return (
    <div className="table-own">
      <label htmlFor={id}>{lab.table}</label>
      <textarea
        id={id}
        className="table-field"
        rows={5}
        value={table}
        spellCheck={false}
        autoComplete="off"
        placeholder={'height, weight, class\n1.71, 64, a\n…'}
        aria-invalid={said.length > 0}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => use(target.value)}
        onBlur={settle}
      />
      <label className="chip table-open">
        {lab.openTable}
        <input
          type="file"
          className="unseen"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) open(file);
            target.value = '';
          }}
        />
      </label>
      <div id={`${id}-said`} aria-live="polite">
        {said.map((text) => (
          <p key={text} className="problem">
            {text}
          </p>
        ))}
        {samples.notes.map((note) => (
          <p key={note.en} className="note">
            {note[language]}
          </p>
        ))}
      </div>
      <p className="note">{lab.tableNote}</p>
    </div>
  );
}
