import { useEffect, useRef } from 'react';
import { useText } from '../useText.ts';
import './contour.css';
import { GroundSwitch } from './GroundSwitch.tsx';
import { mountContour } from './mountContour.ts';
import { mountSummary } from './mountSummary.ts';
import { attachPicking } from './picking.ts';

/**
 * The surface from above with the paths of the runs; the start is picked on it. It fills its parent. `large`: the map
 * stands alone, where there is no 3D view.
 */
export function ContourView({ large = false }: { readonly large?: boolean }) {
  const { contour: text } = useText();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (root.current === null) return;
    const area = root.current;
    const part = <T extends Element>(name: string): T => area.querySelector(`.contour-${name}`) as T;
    const start = part<HTMLElement>('start');
    const contour = mountContour({
      root: area,
      surface: part('surface'),
      fans: part('fans'),
      halos: part('halos'),
      lines: part('lines'),
      markers: part('markers'),
      start,
      em: part('em'),
    });
    const stopPicking = attachPicking(area, start, contour.plane);
    const stopSummary = mountSummary(part('summary'), start);
    return () => {
      stopSummary();
      stopPicking();
      contour.unmount();
    };
  }, []);

  return (
    <div ref={root} className={large ? 'contour contour-large' : 'contour'} role="group" aria-label={text.region}>
      <canvas className="contour-surface" aria-hidden="true" />
      <canvas className="contour-fans" aria-hidden="true" />
      <canvas className="contour-halos" aria-hidden="true" />
      <canvas className="contour-lines" aria-hidden="true" />
      <canvas className="contour-markers" aria-hidden="true" />
      <div
        className="contour-start start-handle"
        hidden
        role="slider"
        tabIndex={0}
        aria-label={text.start}
        aria-description={text.hint}
        aria-valuenow={0}
      />
      <span className="contour-em" aria-hidden="true" />
      <p className="contour-summary unseen" />
      <GroundSwitch />
    </div>
  );
}
