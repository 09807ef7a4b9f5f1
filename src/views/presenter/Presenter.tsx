import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Lesson } from '../../lessons/lesson.ts';
import { type AnyId, courseAround } from '../../state/lessons/all.ts';
import { goBack, goOn, lessonAfter, lessonIn, revealStore } from '../../state/lessons/lesson.ts';
import { present, presentation, stopPresenting, toggleBlank } from '../../state/presentation.ts';
import { sessionStore } from '../../state/presenter/session.ts';
import { playbackOf, playbacks } from '../../state/shownPlayback.ts';
import { Notice } from '../../ui/notice/Notice.tsx';
import { usePresentCommands } from '../../ui/present/commands.ts';
import { PlaybackKeys } from '../../ui/timeline/PlaybackKeys.tsx';
import { Timeline } from '../../ui/timeline/Timeline.tsx';
import { useScene } from '../../ui/useScene.ts';
import { useLanguage, useText } from '../../ui/useText.ts';
import './presenter.css';

/** The presenter's window: what to say and to point at, what comes next, and controls of the projected window. */
export function Presenter(): ReactNode {
  const { presenter } = useText();
  const lesson = useScene(lessonIn);
  const playback = useScene(playbackOf);
  const revealed = useStore(revealStore, (state) => state.revealed);
  const isHeld = lesson?.question !== undefined && revealed !== lesson.id;
  usePresentCommands();
  return (
    <main className="presenter">
      <PlaybackKeys playback={playback} />
      <header>
        <h1>{presenter.title}</h1>
        <Joined />
      </header>
      <section className="presenter-now" aria-label={presenter.now}>
        {lesson === undefined ? <p>{presenter.noLesson}</p> : <Notes lesson={lesson} isHeld={isHeld} />}
      </section>
      <Next lesson={lesson} isHeld={isHeld} />
      <Controls isHeld={isHeld} />
      <Timeline key={playbacks.indexOf(playback)} playback={playback} />
      <Notice />
    </main>
  );
}

/** Whether there is a window to drive. */
function Joined(): ReactNode {
  const { presenter } = useText();
  const { isOn } = useStore(presentation);
  const { others, isPossible } = useStore(sessionStore);
  const isAlone = !others.includes('projected');
  const said = isAlone ? presenter.alone : isOn ? presenter.joined : presenter.resting;
  return (
    <p role="status" className={isAlone ? 'problem' : 'note'}>
      {isPossible ? said : presenter.impossible}
    </p>
  );
}

interface Told {
  lesson: Lesson<AnyId> | undefined;
  isHeld: boolean;
}

/** What is said about a lesson; of a question the answer too, which the class does not see yet. */
function Notes({ lesson, isHeld }: Told & { lesson: Lesson<AnyId> }): ReactNode {
  const { classroom, presenter } = useText();
  const language = useLanguage();
  const { title, caption, point, question } = lesson;
  const course = courseAround(lesson);
  const { choices = [], answer = 0, ask } = question ?? {};
  return (
    <>
      <h2>
        {title[language]} <span className="note">{classroom.place(course.indexOf(lesson) + 1, course.length)}</span>
      </h2>
      {ask !== undefined && (
        <dl className="presenter-question" data-held={isHeld || undefined}>
          <dt>{presenter.asks}</dt>
          <dd>{ask[language]}</dd>
          <dt>{presenter.answer}</dt>
          <dd>{choices[answer]?.[language]}</dd>
        </dl>
      )}
      <p className="presenter-caption">{caption[language]}</p>
      {point[language] !== '' && (
        <p>
          <b>{classroom.pointAt}:</b> {point[language]}
        </p>
      )}
    </>
  );
}

/** What the key for the next brings. */
function Next({ lesson, isHeld }: Told): ReactNode {
  const { classroom, presenter } = useText();
  const language = useLanguage();
  const next = lessonAfter(lesson);
  const title = next?.title[language] ?? presenter.end;
  return (
    <section className="presenter-next" aria-label={presenter.next}>
      <h2>{presenter.next}</h2>
      {isHeld && <p>{classroom.reveal}</p>}
      <p className={isHeld ? 'note' : ''}>{isHeld ? presenter.after(title) : title}</p>
      {next?.question !== undefined && !isHeld && <p className="note">{next.question.ask[language]}</p>}
    </section>
  );
}

function Controls({ isHeld }: { isHeld: boolean }): ReactNode {
  const { classroom, presenter } = useText();
  const { isOn, isBlank } = useStore(presentation);
  return (
    <div className="presenter-controls">
      <button type="button" className="button" title="PageUp" onClick={goBack}>
        {classroom.previous}
      </button>
      <button type="button" className="button primary" title="PageDown" onClick={goOn}>
        {isHeld ? classroom.reveal : classroom.next}
      </button>
      <button type="button" className="button" title="." aria-pressed={isBlank} disabled={!isOn} onClick={toggleBlank}>
        {presenter.blank}
      </button>
      <button type="button" className="button" title="P" onClick={isOn ? stopPresenting : present}>
        {isOn ? presenter.leave : presenter.present}
      </button>
    </div>
  );
}
