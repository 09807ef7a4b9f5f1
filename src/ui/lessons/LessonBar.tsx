import { type ReactNode, useEffect } from 'react';
import type { Lesson } from '../../lessons/lesson.ts';
import { type AnyId, courseAround } from '../../state/lessons/all.ts';
import { closeLesson, goBack, goOn, lessonIn } from '../../state/lessons/lesson.ts';
import { IconButton } from '../IconButton.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import './lessons.css';
import { Prediction } from './Prediction.tsx';
import { hold, unfold } from './show.ts';
import { Sentence } from './Sentence.tsx';
import { useHeld } from './useTold.ts';

/** The lesson of the scene as a subtitle under the view: its question, then its caption. */
export function LessonBar(): ReactNode {
  const lesson = useScene(lessonIn);
  return lesson === undefined ? null : <Told key={lesson.id} lesson={lesson} />;
}

function Told({ lesson }: { lesson: Lesson<AnyId> }): ReactNode {
  const { classroom } = useText();
  const language = useLanguage();
  const { id, title, caption, point, question, beside } = lesson;
  const isHeld = useHeld();
  const lessons = courseAround(lesson);
  const at = lessons.indexOf(lesson);
  useEffect(() => (isHeld ? hold() : unfold()), [isHeld]);
  return (
    <section
      className="lesson"
      aria-label={classroom.lesson}
      data-held={isHeld || undefined}
      data-beside={isHeld ? undefined : beside}
    >
      <div className="lesson-words">
        <p className="lesson-title">
          <b>{title[language]}</b> <span className="lesson-place">{classroom.place(at + 1, lessons.length)}</span>
        </p>
        <p className="lesson-caption" aria-live="polite">
          <Sentence text={(isHeld && question !== undefined ? question.ask : caption)[language]} />
        </p>
        {question !== undefined && <Prediction id={id} question={question} isRevealed={!isHeld} />}
        {!isHeld && point[language] !== '' && (
          <p className="lesson-point note">
            {classroom.pointAt}: {point[language]}
          </p>
        )}
      </div>
      <div className="lesson-buttons">
        <IconButton icon="back" label={classroom.previous} shortcut="PageUp" disabled={at === 0} onClick={goBack} />
        {isHeld && (
          <button type="button" className="button primary" title="PageDown" onClick={goOn}>
            {classroom.reveal}
          </button>
        )}
        {!isHeld && (
          <IconButton
            icon="forward"
            label={classroom.next}
            shortcut="PageDown"
            disabled={at === lessons.length - 1}
            onClick={goOn}
          />
        )}
        <IconButton icon="close" label={classroom.close} onClick={closeLesson} />
      </div>
    </section>
  );
}
