import { type CSSProperties, type RefObject, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../engine/run.ts';
import { appearance } from '../../state/appearance.ts';
import { preferences } from '../../state/preferences.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { glyphPath } from '../geometry/glyphs.ts';
import { axisTicks } from '../geometry/axisTicks.ts';
import type { View } from '../geometry/view.ts';
import type { Stage } from '../stage.ts';
import { words } from '../words.ts';
import { InkLayer } from './InkLayer.tsx';
import { createLayout } from './layout.ts';
import { StartHandle } from './StartHandle.tsx';

interface Props {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly runs: readonly Run[];
  readonly view: View;
  readonly highlighted: string | undefined;
  readonly em: number;
  readonly root: RefObject<HTMLDivElement | null>;
}

const tickCount = 4;

/** Whether a minimum is as low as the surface goes; the others are marked less. */
const isLowest = ({ minima, field, surface, height }: View, i: number): boolean => {
  const { x, y } = minima[i] as View['minima'][number];
  return Math.abs(field.at(surface.values, x, y).loss - height.lo) <= 1e-6 * (height.hi - height.lo);
};

/** What lies over the picture: marks, markers and labels. React makes the elements; frames move them. */
export function Overlay({ stage, scene, runs, view, highlighted, em, root }: Props) {
  const language = useStore(preferences, (state) => state.language);
  const theme = useStore(appearance, (state) => state.theme);
  const layer = useRef<HTMLDivElement>(null);
  const { box, minima, saddles, surface } = view;
  const [x0, x1, y0, y1] = box.domain;
  const ticks = { x: axisTicks(x0, x1, tickCount), y: axisTicks(y0, y1, tickCount) };
  const key = [
    language,
    em,
    box.domain.join(),
    minima.length,
    saddles.length,
    surface.formula,
    ...runs.map(({ id }) => id),
  ].join(' ');

  useLayoutEffect(() => {
    if (layer.current === null) return;
    stage.layOut = createLayout(stage, layer.current, em);
    stage.invalidate();
    return () => {
      stage.layOut = () => undefined;
    };
  }, [stage, em, key]);

  return (
    <div ref={layer} className="scene-overlay">
      {(['x', 'y'] as const).map((axis) => (
        <div key={axis} aria-hidden="true">
          {ticks[axis].map((value) => (
            <span key={value} className="scene-tick" data-axis={axis} data-value={value}>
              {String(value).replace('-', '−')}
            </span>
          ))}
          <span className="scene-tick scene-axis" data-axis={axis} data-value="name">
            {axis}
          </span>
        </div>
      ))}
      <svg className="scene-leaders" aria-hidden="true">
        {runs.map(({ id }) => (
          <line key={id} data-leader={id} />
        ))}
      </svg>
      {minima.map((_, i) => (
        <svg
          key={`minimum ${i}`}
          className="scene-mark"
          data-minimum={i}
          data-rank={isLowest(view, i) ? 'lowest' : 'lesser'}
          viewBox="-12 -12 24 24"
          aria-hidden="true"
        >
          <circle r="8" />
          <circle r="2.6" className="scene-mark-dot" />
        </svg>
      ))}
      {saddles.map((_, i) => (
        <svg key={`saddle ${i}`} className="scene-mark" data-saddle={i} viewBox="-12 -12 24 24" aria-hidden="true">
          <path d="M-7 -7L7 7M-7 7L7 -7" />
        </svg>
      ))}
      <InkLayer stage={stage} scene={scene} em={em} />
      <StartHandle stage={stage} root={root} start={scene.start} label={words.start[language]} />
      {runs.map(({ id }) => {
        const runner = scene.optimizers.find((item) => item.id === id);
        if (runner === undefined) return null;
        const { mark, name } = ruleIn(runner, scene.optimizers);
        const isFaded = highlighted !== undefined && highlighted !== id && runs.some((run) => run.id === highlighted);
        return (
          <div key={id} className="scene-runner" data-run={id} data-faded={isFaded} aria-hidden="true">
            <svg className="scene-marker" viewBox="-12 -12 24 24">
              <path d={glyphPath(mark.glyph, 8.4)} fill={mark[theme]} />
            </svg>
            <span className="scene-label" style={{ '--ink': mark[theme] } as CSSProperties}>
              {name[language]}
            </span>
          </div>
        );
      })}
    </div>
  );
}
