import type { ReactNode } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import type { Trials } from '../../state/maps/trials.ts';
import { useText } from '../useText.ts';
import { KeySign } from './KeySign.tsx';

/** What the trials over a map found, one line for each way of choosing them. */
export function TrialWords({ trials }: { trials: readonly Trials[] }): ReactNode {
  const { maps: text } = useText();
  return (
    <ul className="map-trials" data-drawn>
      {trials.map(({ way, losses, best }) => (
        <li key={way}>
          <KeySign kind={way} /> {text.bestOf(text.ways[way], losses.length, lossText(losses[best] ?? NaN))}
        </li>
      ))}
    </ul>
  );
}
