import { type ReactNode, useSyncExternalStore } from 'react';
import { player } from '../../state/backprop/player.ts';
import type { Shown } from '../../state/backprop/shown.ts';
import { usePlaying } from '../usePlaying.ts';
import { useLanguage, useText } from '../useText.ts';
import { stepWords } from './stepWords.ts';

/** The beat that is shown, counted from 1. */
const beatNow = (): number => Math.ceil(player.position);

/** What happens in this step, in a line; for screen readers where the show pauses. */
export function StepWords({ shown }: { shown: Shown }): ReactNode {
  const { graph } = useText();
  const language = useLanguage();
  const isPlaying = usePlaying(player);
  const beat = useSyncExternalStore(player.subscribe, beatNow);
  return (
    <p className="step-words" role="status" aria-live={isPlaying ? 'off' : 'polite'} aria-label={graph.say.region}>
      {stepWords(shown, beat, graph.say, language)}
    </p>
  );
}
