import { type ReactNode, useEffect, useRef } from 'react';
import { type CurveChart, type Curves, mountCurves } from './mountCurves.ts';
import './chart.css';

/** A chart of curves, for a box of class `loss` that says what it shows. `curves` is the same object until they change. */
export function CurveArea({ curves }: { curves: Curves }): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const em = useRef<HTMLSpanElement>(null);
  const chart = useRef<CurveChart>(null);
  useEffect(() => {
    if (area.current === null || em.current === null) return;
    const mounted = mountCurves({ area: area.current, em: em.current });
    chart.current = mounted;
    return () => mounted.end();
  }, []);
  useEffect(() => chart.current?.show(curves), [curves]);
  return (
    <>
      <div className="loss-area" ref={area} aria-hidden="true" />
      <span className="loss-em" ref={em} aria-hidden="true" />
    </>
  );
}
