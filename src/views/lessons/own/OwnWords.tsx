import { type ReactNode, useState } from 'react';
import { lengths, type OwnLesson, type OwnQuestion } from '../../../state/lessons/course.ts';
import { edit } from '../../../state/lessons/own.ts';
import { useText } from '../../../ui/useText.ts';

/** What somebody types about a question, which is one as soon as there are two answers. */
interface Draft {
  readonly ask: string;
  /** One answer a line. */
  readonly lines: string;
  readonly answer: number;
}

const choicesIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim().slice(0, lengths.choice))
    .filter((line) => line !== '')
    .slice(0, 6);

const questionOf = ({ ask, lines, answer }: Draft): { question?: OwnQuestion } => {
  const choices = choicesIn(lines);
  if (ask.trim() === '' || choices.length < 2) return {};
  return { question: { ask, choices, answer: Math.min(answer, choices.length - 1) } };
};

interface WordsProps {
  label: string;
  value: string;
  /** Characters at most. */
  most: number;
  /** Lines, where there may be several. */
  rows?: number;
  onChange(value: string): void;
}

function Words({ label, value, most, rows, onChange }: WordsProps): ReactNode {
  const field = {
    maxLength: most,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <label>
      {label}
      {rows === undefined ? <input type="text" {...field} /> : <textarea rows={rows} {...field} />}
    </label>
  );
}

/** The words of a lesson, kept as they are typed. */
export function OwnWords({ lesson, title: shownTitle }: { lesson: OwnLesson; title: string }): ReactNode {
  const { own } = useText();
  const { id, title, caption, point, question } = lesson;
  const [draft, setDraft] = useState<Draft>({
    ask: question?.ask ?? '',
    lines: question?.choices.join('\n') ?? '',
    answer: question?.answer ?? 0,
  });
  const change = (next: Partial<Pick<OwnLesson, 'title' | 'caption' | 'point'>>, asked = draft): void =>
    edit(id, { title, caption, point, ...next, ...questionOf(asked) });
  const redraft = (next: Partial<Draft>): void => {
    const asked = { ...draft, ...next };
    setDraft(asked);
    change({}, asked);
  };
  const choices = choicesIn(draft.lines);
  return (
    <details className="own-words">
      <summary>{own.words(shownTitle)}</summary>
      <Words label={own.name} most={lengths.title} value={title} onChange={(next) => change({ title: next })} />
      <Words
        label={own.caption}
        most={lengths.caption}
        value={caption}
        rows={2}
        onChange={(next) => change({ caption: next })}
      />
      <Words label={own.point} most={lengths.caption} value={point} onChange={(next) => change({ point: next })} />
      <Words label={own.ask} most={lengths.caption} value={draft.ask} onChange={(ask) => redraft({ ask })} />
      {draft.ask !== '' && (
        <>
          <label>
            {own.choices}
            <textarea rows={3} value={draft.lines} onChange={({ target }) => redraft({ lines: target.value })} />
          </label>
          {choices.length < 2 ? (
            <p className="note">{own.few}</p>
          ) : (
            <label>
              {own.answer}
              <select
                value={Math.min(draft.answer, choices.length - 1)}
                onChange={({ target }) => redraft({ answer: Number(target.value) })}
              >
                {choices.map((choice, i) => (
                  <option key={`${i} ${choice}`} value={i}>
                    {choice}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
    </details>
  );
}
