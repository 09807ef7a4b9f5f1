import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Question } from '../../lessons/lesson.ts';
import type { AnyId } from '../../state/lessons/all.ts';
import { answer, answersStore } from '../../state/lessons/answers.ts';
import { useLanguage, useText } from '../useText.ts';

interface Props {
  id: AnyId;
  question: Question;
  isRevealed: boolean;
}

/** What can be predicted; once it is shown, which was right. */
export function Prediction({ id, question, isRevealed }: Props): ReactNode {
  const { classroom } = useText();
  const language = useLanguage();
  const chosen = useStore(answersStore, ({ answers }) => answers[id]);
  return (
    <ul className="lesson-choices">
      {question.choices.map((choice, i) => (
        <li key={`${i} ${choice.en}`}>
          <button
            type="button"
            className="button"
            aria-pressed={chosen === i}
            disabled={isRevealed}
            data-right={(isRevealed && i === question.answer) || undefined}
            onClick={() => answer(id, i)}
          >
            {isRevealed && i === question.answer && <span aria-hidden="true">✓ </span>}
            {choice[language]}
            {isRevealed && i === question.answer && <span className="unseen"> ({classroom.right})</span>}
            {isRevealed && i === chosen && <span className="lesson-chosen"> · {classroom.chosen}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
