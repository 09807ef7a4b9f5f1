import type { ReactNode } from 'react';
import { searchAxes, type SearchedName } from '../../../network/search.ts';
import { type LabTrial, ranked } from '../../../state/network/search.ts';
import { writeNumber } from '../../slider/number.ts';
import { useText } from '../../useText.ts';
import { lineOf } from './parallel.ts';

const [width, height] = [600, 130];

interface Props {
  names: readonly SearchedName[];
  trials: readonly LabTrial[];
  pointed: number | undefined;
  onPoint(place: number | undefined): void;
  onUse(trial: LabTrial): void;
}

/** Every trial as a line over its values and its score, the best in front. The table below says the same. */
export function ParallelPlot({ names, trials, pointed, onPoint, onUse }: Props): ReactNode {
  const { lab } = useText();
  const order = ranked(trials);
  const lines = [...order].reverse();
  const labels = [...names.map((name) => ({ text: lab.search.names[name], from: writeNumber(searchAxes[name].min), to: writeNumber(searchAxes[name].max) })), { text: lab.measures.score, from: '', to: '' }]; // prettier-ignore
  return (
    <figure className="parallel" aria-hidden="true">
      <svg viewBox={`-6 -6 ${width + 12} ${height + 12}`} preserveAspectRatio="none">
        {labels.map(({ text }, i) => (
          <line
            key={text}
            x1={(i * width) / (labels.length - 1)}
            x2={(i * width) / (labels.length - 1)}
            y1={0}
            y2={height}
          />
        ))}
        {lines.map((trial) => {
          const rank = order.indexOf(trial) / Math.max(1, order.length - 1);
          return (
            <path
              key={trial.place}
              d={lineOf(trial, names, trials, width, height)}
              data-best={trial === order[0] || undefined}
              data-pointed={trial.place === pointed || undefined}
              opacity={trial.place === pointed || trial === order[0] ? 1 : 0.75 - 0.6 * rank}
              onPointerEnter={() => onPoint(trial.place)}
              onPointerLeave={() => onPoint(undefined)}
              onClick={() => onUse(trial)}
            />
          );
        })}
      </svg>
      <figcaption>
        {labels.map(({ text, from, to }) => (
          <span key={text}>
            <b>{text}</b>
            {from !== '' && ` ${from} – ${to}`}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
