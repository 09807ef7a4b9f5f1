import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { measures } from '../../engine/measures.ts';
import { axes, preferences } from '../../state/preferences.ts';
import { surfaceIn } from '../../state/surface.ts';
import { useNoneBegins } from '../useNoneBegins.ts';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import './chart.css';
import { MeasureTable } from './MeasureTable.tsx';
import { mountChart } from './mountChart.ts';

const CompareDialog = lazy(async () => ({ default: (await import('../compare/CompareDialog.tsx')).CompareDialog }));

/**
 * The shown runs as lines: a measure of the reader's choice against steps or gradient evaluations. It fills its parent;
 * hovering reads values, a press or a drag seeks a step, and a button opens the table of all runs.
 */
export function RunChart(): ReactNode {
  const { chart: text } = useText();
  const { measure, axis } = useStore(preferences);
  const hasMinima = useScene((scene) => surfaceIn(scene).minima.length > 0);
  const noneBegins = useNoneBegins();
  const [isExcess, setExcess] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (root.current === null) return;
    const chart = root.current;
    const part = (name: string): HTMLElement => chart.querySelector(`.loss-${name}`) as HTMLElement;
    return mountChart({ area: part('area'), em: part('em') }, setExcess);
  }, []);

  return (
    <>
      <div ref={root} className="loss" role="group" aria-label={text.region(text.measures[measure], text.axes[axis])}>
        <div className="loss-head">
          <select
            aria-label={text.measure}
            title={text.notes[measure]}
            value={measure}
            onChange={({ target }) => preferences.setState({ measure: target.value as typeof measure })}
          >
            {measures.map((id) => (
              <option key={id} value={id}>
                {id === 'loss' && isExcess ? text.excess : text.measures[id]}
              </option>
            ))}
          </select>
          <span aria-hidden="true">{text.by}</span>
          <select
            aria-label={text.axis}
            value={axis}
            onChange={({ target }) => preferences.setState({ axis: target.value as typeof axis })}
          >
            {axes.map((id) => (
              <option key={id} value={id}>
                {text.axes[id]}
              </option>
            ))}
          </select>
          <button type="button" className="loss-compare" title={text.compareNote} onClick={() => setOpen(true)}>
            {text.compare}
          </button>
        </div>
        <div className="loss-area" aria-hidden="true" />
        {noneBegins !== undefined && <p className="loss-none">{noneBegins}</p>}
        {noneBegins === undefined && measure === 'distance' && !hasMinima && (
          <p className="loss-none">{text.noMinima}</p>
        )}
        <span className="loss-em" aria-hidden="true" />
        <MeasureTable />
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <CompareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
