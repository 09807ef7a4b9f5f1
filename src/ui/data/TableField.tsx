import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useStore } from 'zustand';
import { settle } from '../../state/store.ts';
import { closeSurface } from '../editor/opened.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { rowsIn, shownLimit, taken, takeText } from './taken.ts';

/** The rows as text, and what is to be said about it. Every text with rows in it becomes the surface at once. */
export function TableField({ ref }: { ref: Ref<HTMLTextAreaElement> }): ReactNode {
  const rows = useScene(rowsIn);
  const given = useStore(taken);
  const language = useLanguage();
  const { data } = useText();
  const id = useId();
  const isNow = given.beside === rows;
  const text = isNow ? given.text : rows;
  const { notes, fault } = isNow ? given : { notes: [], fault: undefined };
  const isOld = rows !== '' && (fault !== undefined || text.trim() === '');
  // A text of megabytes never reaches the field, which would take seconds to lay it out.
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= shownLimit) return;
    event.preventDefault();
    takeText(pasted);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    closeSurface();
  };
  return (
    <>
      <label htmlFor={id}>{data.label}</label>
      <textarea
        ref={ref}
        id={id}
        className="table-field"
        rows={5}
        value={text}
        spellCheck={false}
        autoComplete="off"
        placeholder={'194.5, 20.79\n194.3, 20.79\n…'}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-said ${id}-note`}
        onChange={({ target }) => takeText(target.value, 'surface data')}
        onPaste={onPaste}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      <div className="table-said" id={`${id}-said`} aria-live="polite">
        {fault !== undefined && <p className="problem">{fault[language]}</p>}
        {notes.map((note) => (
          <p key={note.en} className="note">
            {note[language]}
          </p>
        ))}
        {isOld && <p className="note">{data.stillUsed}</p>}
      </div>
      <p className="note" id={`${id}-note`}>
        {data.hint}
      </p>
    </>
  );
}
