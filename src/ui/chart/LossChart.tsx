import { useEffect, useRef } from 'react';
import { useText } from '../useText.ts';
import './chart.css';
import { LossTable } from './LossTable.tsx';
import { mountChart } from './mountChart.ts';

/** Loss against steps for all shown runs. It fills its parent; hovering reads values, a press or a drag seeks a step. */
export function LossChart() {
  const { chart: text } = useText();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (root.current === null) return;
    const chart = root.current;
    const part = (name: string): HTMLElement => chart.querySelector(`.loss-${name}`) as HTMLElement;
    return mountChart({ area: part('area'), title: part('title'), em: part('em') });
  }, []);

  return (
    <div ref={root} className="loss" role="group" aria-label={text.region}>
      <div className="loss-title" aria-hidden="true" />
      <div className="loss-area" aria-hidden="true" />
      <span className="loss-em" aria-hidden="true" />
      <LossTable />
    </div>
  );
}
