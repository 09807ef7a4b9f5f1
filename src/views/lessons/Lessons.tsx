import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { lessons } from '../../lessons/catalog.ts';
import { answersStore, forgetAnswers } from '../../state/lessons/answers.ts';
import { openLesson } from '../../state/lessons/lesson.ts';
import { useLanguage, useText } from '../../ui/useText.ts';
import './catalog.css';
import { OwnLessons } from './own/OwnLessons.tsx';

/** The lessons in their order; each opens in the view that its scene names. */
export function Lessons(): ReactNode {
  const { classroom } = useText();
  const language = useLanguage();
  const answers = useStore(answersStore, (state) => state.answers);
  return (
    <main className="lessons panel" tabIndex={-1}>
      <p>
        {classroom.intro} <span className="lesson-keys">{classroom.introKeys}</span>
      </p>
      <ol className="lesson-list">
        {lessons.map(({ id, title, caption, question }) => (
          <li key={id}>
            <button type="button" onClick={() => openLesson(id)}>
              <b>{title[language]}</b>
              {question !== undefined && (
                <span className="lesson-asks">{answers[id] === undefined ? classroom.asks : classroom.answered}</span>
              )}
              <span className="lesson-about">
                {question === undefined ? caption[language] : question.ask[language]}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="lesson-tools">
        <button type="button" className="button primary" onClick={() => openLesson(lessons[0]?.id ?? 'zigzag')}>
          {classroom.begin}
        </button>
        {Object.keys(answers).length > 0 && (
          <button type="button" className="button" onClick={forgetAnswers}>
            {classroom.forget}
          </button>
        )}
      </p>
      <OwnLessons />
    </main>
  );
}
