import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { lossText } from '../../i18n/numbers.ts';
import type { RaceEntry } from '../../state/race/race.ts';
import type { RaceTrial } from '../../state/race/score.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { ticksOf } from '../maps/frame.ts';
import { useSize } from '../useSize.ts';
import { useLanguage, useText } from '../useText.ts';
import { aside, dotAt, dotsOf, lossAxis, rateAxis, trialAfter, trialIn, type TrialOf } from './dots.ts';
import { RaceDots } from './RaceDots.tsx';

/** Pixels around the plot. */
const [left, right, top, bottom] = [64, 14, 34, 36];
/** Pixels that a number on the axis across, and one on the axis up, has to itself. */
const [wide, high] = [72, 44];

const valuesText = ({ values }: RaceTrial): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${readable(value)}`)
    .join(', ');

interface Props {
  scene: Scene;
  entries: readonly RaceEntry[];
  onUse(id: string, trial: RaceTrial): void;
}

/** Every trial as a dot, told where a pointer or keys choose it. The table says what was best. */
export function RacePlot({ scene, entries, onUse }: Props): ReactNode {
  const { race: text } = useText();
  const language = useLanguage();
  const figure = useRef<HTMLElement>(null);
  const { width, height } = useSize(figure);
  const inner = { left, top, width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) };
  const [across, up] = useMemo(() => [rateAxis(scene, entries), lossAxis(scene, entries)], [scene, entries]);
  const dots = useMemo(
    () => dotsOf(scene, entries, [across, up], { left, top, width: inner.width, height: inner.height }),
    [scene, entries, across, up, inner.width, inner.height],
  );
  const [chosen, choose] = useState<TrialOf>();
  const trial = trialIn(entries, chosen);
  const dot = trial && dots.find((each) => each.trial === trial);
  const runner = scene.optimizers.find(({ id }) => id === chosen?.id);
  const isEmpty = dots.length === 0;

  const pointed = ({ clientX, clientY }: MouseEvent): TrialOf | undefined => {
    const box = figure.current?.getBoundingClientRect();
    const found = box && dotAt(dots, clientX - box.left, clientY - box.top);
    return found && { id: found.id, place: found.trial.place };
  };
  const take = (of: TrialOf | undefined): void => {
    const found = trialIn(entries, of);
    if (of !== undefined && found !== undefined) onUse(of.id, found);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = trialAfter(entries, chosen, event.key);
    if (next !== undefined) choose(next);
    else if (event.key === 'Enter' && trial !== undefined) take(chosen);
    else if (event.key === 'Escape' && trial !== undefined) choose(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <figure
      ref={figure}
      className="race-plot"
      role="application"
      tabIndex={isEmpty ? -1 : 0}
      aria-label={text.plot}
      aria-description={text.hint}
      data-pointed={dot !== undefined || undefined}
      onKeyDown={press}
      onPointerMove={(event) => {
        const next = pointed(event);
        if (next?.id !== chosen?.id || next?.place !== chosen?.place) choose(next);
      }}
      onPointerLeave={() => choose(undefined)}
      onClick={(event) => take(pointed(event))}
    >
      <svg viewBox={`0 0 ${Math.max(1, width)} ${Math.max(1, height)}`} aria-hidden="true">
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
          <text x={left - 8} y={top - aside} dy="0.35em" textAnchor="end">
            {text.diverged}
          </text>
          <text className="race-name" x={width - right} y={height - 1} textAnchor="end">
            lr
          </text>
        </g>
      </svg>
      <RaceDots scene={scene} dots={dots} width={width} height={height} />
      <svg viewBox={`0 0 ${Math.max(1, width)} ${Math.max(1, height)}`} aria-hidden="true">
        {isEmpty && (
          <text className="race-name" x={left + inner.width / 2} y={top + inner.height / 2} textAnchor="middle">
            {text.status.none()}
          </text>
        )}
        <text className="race-name" x={left + 8} y={top + inner.height - 10}>
          {up.scale === 'log' ? text.lossAbove : text.loss}
        </text>
        {dot !== undefined && <circle className="race-chosen" cx={dot.x} cy={dot.y} r={dot.radius + 2} />}
      </svg>
      <p
        className="race-told"
        role="status"
        style={dot && { left: `${(100 * dot.x) / width}%`, top: dot.y, translate: `${(-100 * dot.x) / width}%` }}
        data-below={(dot !== undefined && dot.y < height / 2) || undefined}
      >
        {dot !== undefined &&
          runner !== undefined &&
          `${ruleIn(runner, scene.optimizers).name[language]}: ${valuesText(dot.trial)}; ${Number.isFinite(dot.trial.loss) ? lossText(dot.trial.loss) : text.diverged}`}
      </p>
    </figure>
  );
}
