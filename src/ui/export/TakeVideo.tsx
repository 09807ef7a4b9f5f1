import { type ReactNode, useEffect, useRef, useState } from 'react';
import { runsStore } from '../../state/runs.ts';
import { useRuns } from '../useScene.ts';
import { useText } from '../useText.ts';
import { fileNameOf, save } from './files.ts';
import type { Ground, Taker } from './taker.ts';

/** How long a video can be, in seconds. */
const lengths = [5, 10, 20];

interface Props {
  taker: Taker;
  ground: Ground;
  onSaid(said: string): void;
}

/** Records the runs as a video, from start to end, picture by picture, which can be cancelled. */
export function TakeVideo({ taker, ground, onSaid }: Props): ReactNode {
  const { take: text } = useText();
  const hasRuns = useRuns().length > 0;
  const [seconds, setSeconds] = useState(10);
  const [share, setShare] = useState<number>();
  const recording = useRef<AbortController>(undefined);
  useEffect(() => () => recording.current?.abort(), []);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    recording.current = controller;
    setShare(0);
    onSaid('');
    try {
      // Video has no transparency: the theme's ground is behind it then.
      const behind = ground === 'white' ? 'white' : 'theme';
      const video = await taker.record(seconds, behind, setShare, controller.signal);
      const name = fileNameOf(runsStore.getState().scene, 'run', video.extension);
      save(name, video.blob);
      onSaid(text.savedPicture(name, video.width, video.height));
    } catch {
      onSaid(controller.signal.aborted ? text.cancelled : text.videoFailed);
    } finally {
      setShare(undefined);
    }
  };

  const isRecording = share !== undefined;
  if (!taker.canRecord)
    return (
      <div className="take" role="group" aria-label={text.video}>
        <span>{text.video}</span>
        <p className="note">{text.noVideo}</p>
      </div>
    );
  return (
    <div className="take" role="group" aria-label={text.video}>
      <span>{text.video}</span>
      {isRecording ? (
        <progress aria-label={text.recording} value={share} />
      ) : (
        <select
          aria-label={text.videoLength}
          value={seconds}
          onChange={({ target }) => setSeconds(Number(target.value))}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {text.seconds(length)}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="button"
        disabled={!hasRuns}
        onClick={() => (isRecording ? recording.current?.abort() : void start())}
      >
        {isRecording ? text.cancel : text.record}
      </button>
    </div>
  );
}
