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
      <label>
        {own.name}
        <input
          type="text"
          maxLength={lengths.title}
          value={title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </label>
      <label>
        {own.caption}
        <textarea
          rows={2}
          maxLength={lengths.caption}
          value={caption}
          onChange={({ target }) => change({ caption: target.value })}
        />
      </label>
      <label>
        {own.point}
        <input
          type="text"
          maxLength={lengths.caption}
          value={point}
          onChange={({ target }) => change({ point: target.value })}
        />
      </label>
      <label>
        {own.ask}
        <input
          type="text"
          maxLength={lengths.caption}
          value={draft.ask}
          onChange={({ target }) => redraft({ ask: target.value })}
        />
      </label>
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
