import type { ReactNode } from 'react';
import type { OwnLesson } from '../../../state/lessons/course.ts';
import { openLesson } from '../../../state/lessons/lesson.ts';
import { asLesson } from '../../../state/lessons/own.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useLanguage, useText } from '../../../ui/useText.ts';
import { OwnWords } from './OwnWords.tsx';

interface Props {
  lesson: OwnLesson;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: 1 | -1): void;
  onDelete(): void;
}

/** A lesson of one's own: opens it, words it, moves it, deletes it. */
export function OwnItem({ lesson, isFirst, isLast, onMove, onDelete }: Props): ReactNode {
  const { classroom, own } = useText();
  const language = useLanguage();
  const { id, caption, question } = lesson;
  const title = asLesson(lesson).title[language];
  return (
    <li>
      <button type="button" className="own-open" onClick={() => openLesson(id)}>
        <b>{title}</b>
        {question !== undefined && <span className="lesson-asks">{classroom.asks}</span>}
        <span className="lesson-about">{question?.ask ?? caption}</span>
      </button>
      <span className="own-tools">
        <IconButton
          icon="up"
          label={own.earlier(title)}
          data-move={`${id} -1`}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon="down"
          label={own.later(title)}
          data-move={`${id} 1`}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton icon="close" label={own.remove(title)} onClick={onDelete} />
      </span>
      <OwnWords lesson={lesson} title={title} />
    </li>
  );
}
