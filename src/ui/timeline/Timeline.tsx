import { type ReactNode, useRef } from 'react';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { count } from '../../i18n/numbers.ts';
import { type Playback, speeds } from '../../state/playback.ts';
import { IconButton } from '../IconButton.tsx';
import { stepOn } from '../motion.ts';
import { useFrame } from '../useFrame.ts';
import { usePlaying, useSpeed } from '../usePlaying.ts';
import { useLanguage, useText } from '../useText.ts';

interface Props {
  playback: Playback;
  /** What the timeline is, what it is moved along, and where it stands, where it is not the race. */
  words?: Pick<Dictionary['timeline'], 'region' | 'scrub' | 'scrubText'>;
  /** What lies below the scrub bar's thumb. */
  ticks?: ReactNode;
  /** What comes after its own controls. */
  children?: ReactNode;
}

/** Run, pause, step, scrub; what shows the step is written in each frame, not rendered. */
export function Timeline({ playback, words, ticks, children }: Props): ReactNode {
  const timeline = { ...useText().timeline, ...words };
  const language = useLanguage();
  const isPlaying = usePlaying(playback);
  const speed = useSpeed(playback);
  const scrub = useRef<HTMLInputElement>(null);
  const step = useRef<HTMLSpanElement>(null);
  const total = useRef<HTMLSpanElement>(null);

  useFrame(() => {
    const { position, length, step: now } = playback;
    const range = scrub.current;
    if (range === null || step.current === null || total.current === null) return;
    range.max = String(length);
    range.value = String(position);
    range.style.setProperty('--fill', String(length === 0 ? 0 : position / length));
    range.setAttribute('aria-valuetext', timeline.scrubText(now, length));
    step.current.textContent = count(language, now);
    total.current.textContent = count(language, length);
    total.current.style.setProperty('--digits', String(count(language, length).length));
  }, playback);

  return (
    <section className="timeline" aria-label={timeline.region}>
      <div className="timeline-buttons">
        <IconButton icon="restart" label={timeline.restart} shortcut="R" onClick={playback.restart} />
        <IconButton icon="back" label={timeline.back} shortcut="←" onClick={() => playback.stepBy(-1)} />
        <IconButton
          className="play"
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? timeline.pause : timeline.play}
          shortcut="Space"
          onClick={playback.toggle}
        />
        <IconButton icon="forward" label={timeline.forward} shortcut="→" onClick={() => stepOn(playback)} />
      </div>
      <span className="scrub">
        {ticks}
        <input
          ref={scrub}
          type="range"
          min={0}
          step="any"
          defaultValue={0}
          aria-label={timeline.scrub}
          onChange={({ target }) => playback.seek(Number(target.value))}
          onPointerDown={playback.pause}
          onKeyDown={(event) => {
            const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
            if (direction === undefined) return;
            event.preventDefault();
            playback.stepBy(direction * (event.shiftKey ? 10 : 1));
          }}
        />
      </span>
      <span className="steps" aria-hidden="true">
        <span ref={step} /> / <span ref={total} />
      </span>
      <select
        className="speed"
        aria-label={timeline.speed}
        title={timeline.speed}
        value={speed}
        onChange={({ target }) => playback.setSpeed(Number(target.value))}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {timeline.times(one)}
          </option>
        ))}
      </select>
      {children}
    </section>
  );
}
