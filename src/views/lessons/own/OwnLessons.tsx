import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { courseLimit, courseOf, type OwnLesson } from '../../../state/lessons/course.ts';
import { deleteLesson } from '../../../state/lessons/lesson.ts';
import { asLesson, isFull, move, ownStore, putBack } from '../../../state/lessons/own.ts';
import type { OwnId } from '../../../state/schema.ts';
import { recordedView, recordScene } from '../../../ui/lessons/record.ts';
import { useLanguage, useText } from '../../../ui/useText.ts';
import { CourseFile } from './CourseFile.tsx';
import './own.css';
import { OwnItem } from './OwnItem.tsx';

interface Deleted {
  readonly lesson: OwnLesson;
  readonly at: number;
}

/** Lessons that somebody records, words, puts in order, and gives to others. */
export function OwnLessons(): ReactNode {
  const { own } = useText();
  const language = useLanguage();
  const { lessons, isLost } = useStore(ownStore);
  const [said, setSaid] = useState('');
  const [deleted, setDeleted] = useState<Deleted>();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: OwnId; by: number }>(undefined);

  // A button that moves its lesson keeps the focus; at the end of the list the other one has it.
  useEffect(() => {
    const { id, by } = moved.current ?? {};
    if (id === undefined) return;
    moved.current = undefined;
    const buttons = [by, by === 1 ? -1 : 1].map((way) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${id} ${way}"]:not(:disabled)`),
    );
    buttons.find((button) => button)?.focus();
  }, [lessons]);

  const record = (): void => {
    const title = recordScene();
    setSaid(title === undefined ? own.full(courseLimit) : own.recorded(title));
  };
  const remove = (lesson: OwnLesson): void => {
    setDeleted({ lesson, at: lessons.indexOf(lesson) });
    setSaid('');
    deleteLesson(lesson.id);
  };
  const restore = (): void => {
    if (isFull()) return setSaid(own.full(courseLimit));
    if (deleted !== undefined) putBack(deleted.lesson, deleted.at);
    setDeleted(undefined);
  };
  return (
    <section className="own" aria-labelledby="own-title">
      <h2 id="own-title">{own.title}</h2>
      <p>{own.note}</p>
      {lessons.length > 0 && (
        <ol ref={list} className="own-list">
          {lessons.map((lesson, i) => (
            <OwnItem
              key={lesson.id}
              lesson={lesson}
              isFirst={i === 0}
              isLast={i === lessons.length - 1}
              onMove={(by) => {
                moved.current = { id: lesson.id, by };
                move(lesson.id, by);
              }}
              onDelete={() => remove(lesson)}
            />
          ))}
        </ol>
      )}
      <div className="lesson-tools">
        <button type="button" className="button" onClick={record}>
          {own.recordOf(recordedView().name[language])}
        </button>
        <CourseFile course={courseOf(lessons)} isEmpty={lessons.length === 0} onSay={setSaid} />
      </div>
      <div role="status" className="own-said">
        {said !== '' && <p>{said}</p>}
        {isLost && <p className="problem">{own.lost}</p>}
        {deleted !== undefined && (
          <p>
            {own.removed(asLesson(deleted.lesson).title[language])}{' '}
            <button type="button" className="button" onClick={restore}>
              {own.putBack}
            </button>
          </p>
        )}
      </div>
      <p className="note">{own.openNote}</p>
    </section>
  );
}
