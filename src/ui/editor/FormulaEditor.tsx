import { type KeyboardEvent, type ReactNode, type Ref, useId, useMemo, useRef } from 'react';
import { textLimit } from '../../state/field.ts';
import { count } from '../../i18n/numbers.ts';
import { settle } from '../../state/store.ts';
import { Formula } from '../Formula.tsx';
import { useLanguage, useText } from '../useText.ts';
import { dropDraft, keepDraft, useDraft } from './drafts.ts';
import { type Fault, markedParts } from './fault.ts';
import './editor.css';

interface Props {
  label: string;
  /** What the text is to become, for keeping a text with a mistake in it. */
  draft: string;
  /** The formula that runs. */
  running: string;
  check(text: string): Fault | undefined;
  /** A text without a mistake. */
  onFormula(text: string): void;
  onEscape(): void;
  /** What the names in the formula mean. */
  note: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
}

/** The text once more, unseen, with a mark under the characters that are wrong: it lies exactly under the typed one. */
function Underlay({ text, fault }: { text: string; fault: Fault | undefined }): ReactNode {
  const [before, marked, after] = fault === undefined ? [text, '', ''] : markedParts(text, fault);
  return (
    <pre className="code-under" aria-hidden="true">
      {before}
      {marked !== '' && <mark>{marked}</mark>}
      {`${after}\u200b`}
    </pre>
  );
}

/**
 * A formula as text, and as mathematics under it. Every text without a mistake runs at once; one with a mistake is kept
 * as a draft with a mark under it and a sentence, while the last one without goes on running.
 */
export function FormulaEditor({ label, draft, running, check, onFormula, onEscape, note, ref }: Props): ReactNode {
  const text = useDraft(draft, running);
  const language = useLanguage();
  const { editor } = useText();
  const id = useId();
  const fault = useMemo(() => check(text), [check, text]);
  const shown = useRef(running);
  shown.current = fault === undefined ? text : running;
  const onText = (next: string): void => {
    if (check(next) !== undefined) return keepDraft(draft, { text: next, running });
    dropDraft(draft);
    if (next !== running) onFormula(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onEscape();
  };
  return (
    <div className="formula-editor">
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <div className="code" data-wrong={fault !== undefined || undefined}>
        <Underlay text={text} fault={fault} />
        <textarea
          ref={ref}
          id={id}
          rows={1}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-said ${id}-note`}
          onChange={({ target }) => onText(target.value)}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="code-said" id={`${id}-said`} aria-live="polite">
        {fault !== undefined && (
          <p className="problem">
            {fault.text[language]}
            <span className="note">{editor.stillRuns}</span>
          </p>
        )}
      </div>
      <Formula text={shown.current} label={editor.preview} />
      <div className="note" id={`${id}-note`}>
        {note}{' '}
        <span className="code-count">{editor.length(count(language, text.length), count(language, textLimit))}</span>
      </div>
    </div>
  );
}
