import { type ReactNode, useMemo, useRef } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import { floorOf } from '../../state/maps/floor.ts';
import type { RaceEntry } from '../../state/race/race.ts';
import type { RaceTrial } from '../../state/race/score.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { placeOn, type SweepAxis } from '../../sweep/axis.ts';
import { ticksOf } from '../maps/frame.ts';
import { useTheme } from '../useScene.ts';
import { useSize } from '../useSize.ts';
import { useLanguage, useText } from '../useText.ts';

/** Pixels around the plot. */
const [left, right, top, bottom] = [64, 14, 34, 36];
/** Pixels that a number on the axis across, and one on the axis up, has to itself. */
const [wide, high] = [72, 44];

/** Losses of the trials that end well, with air above and below; on a log scale where they are counted from a floor. */
function lossAxis(entries: readonly RaceEntry[], isLog: boolean): SweepAxis {
  const losses = entries.flatMap(({ trials }) => trials.map(({ loss }) => loss)).filter(Number.isFinite);
  if (losses.length === 0)
    return { name: 'loss', from: isLog ? 1e-3 : 0, to: isLog ? 1e3 : 1, scale: isLog ? 'log' : 'linear' };
  const sorted = losses.sort((a, b) => a - b);
  // The worst of the trials may be anywhere: what is above nearly all stands at the upper edge.
  const [least, most] = [sorted[0] as number, sorted[Math.floor(0.98 * (sorted.length - 1))] as number];
  if (isLog) return { name: 'loss', from: least / 3, to: Math.max(most, least) * 3, scale: 'log' };
  const air = (most - least || 1) * 0.06;
  return { name: 'loss', from: least - air, to: most + air, scale: 'linear' };
}

const valuesText = ({ values }: RaceTrial): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${readable(value)}`)
    .join(', ');

/** Every trial as a dot: its learning rate across, its final loss up; those that diverged in a row of their own. The table says what was best. */
export function RacePlot({
  scene,
  entries,
  onUse,
}: {
  scene: Scene;
  entries: readonly RaceEntry[];
  onUse(id: string, trial: RaceTrial): void;
}): ReactNode {
  const { race: text } = useText();
  const language = useLanguage();
  const theme = useTheme();
  const figure = useRef<HTMLElement>(null);
  const { width, height } = useSize(figure);
  const inner = { width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) };
  const isLog = floorOf(scene) !== undefined;
  const up = useMemo(() => lossAxis(entries, isLog), [entries, isLog]);
  const across: SweepAxis = { name: 'lr', from: 1e-6, to: 10, scale: 'log' };
  const xAt = (lr: number): number => left + Math.min(1, Math.max(0, placeOn(across, lr))) * inner.width;
  const yAt = (loss: number): number =>
    Number.isFinite(loss) ? top + (1 - Math.min(1, Math.max(0, placeOn(up, loss)))) * inner.height : top - 16;
  return (
    <figure ref={figure} className="race-plot" aria-hidden="true">
      <svg viewBox={`0 0 ${Math.max(1, width)} ${Math.max(1, height)}`}>
        <g className="race-grid">
          {ticksOf(across, Math.max(2, Math.round(inner.width / wide))).map(({ place, label }) => (
            <g key={label} transform={`translate(${left + place * inner.width} 0)`}>
              <line y1={top} y2={top + inner.height} />
              <text y={height - 14} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
          {ticksOf(up, Math.max(2, Math.round(inner.height / high))).map(({ place, label }) => (
            <g key={label} transform={`translate(0 ${top + (1 - place) * inner.height})`}>
              <line x1={left} x2={left + inner.width} />
              <text x={left - 8} dy="0.35em" textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          <text x={left - 8} y={top - 16} dy="0.35em" textAnchor="end">
            {text.diverged}
          </text>
          <text className="race-name" x={width - right} y={height - 1} textAnchor="end">
            lr
          </text>
        </g>
        {entries.map(({ id, trials }) => {
          const runner = scene.optimizers.find((each) => each.id === id);
          if (runner === undefined) return null;
          const { mark, name } = ruleIn(runner, scene.optimizers);
          return (
            <g key={id} fill={mark[theme]} data-optimizer={id}>
              {trials.map((trial) => (
                <circle
                  key={trial.place}
                  cx={xAt(trial.values['lr'] ?? NaN)}
                  cy={yAt(trial.loss)}
                  r={trial.stage === 0 ? 3.5 : 4.5}
                  data-stage={trial.stage}
                  onClick={() => onUse(id, trial)}
                >
                  <title>{`${name[language]}: ${valuesText(trial)}; ${Number.isFinite(trial.loss) ? lossText(trial.loss) : text.diverged}`}</title>
                </circle>
              ))}
            </g>
          );
        })}
        {entries.every(({ trials }) => trials.length === 0) && (
          <text className="race-name" x={left + inner.width / 2} y={top + inner.height / 2} textAnchor="middle">
            {text.status.none()}
          </text>
        )}
        <text className="race-name" x={left + 8} y={top + inner.height - 10}>
          {isLog ? text.lossAbove : text.loss}
        </text>
      </svg>
    </figure>
  );
}
