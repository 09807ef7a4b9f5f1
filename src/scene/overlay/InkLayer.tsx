import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { appearance } from '../../state/appearance.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import type { Stage } from '../stage.ts';
import { createInk } from './ink.ts';

interface Props {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly em: number;
}

/** The arrows of a step and the cross of curvature over the picture: an empty layer that frames draw in. */
export function InkLayer({ stage, scene, em }: Props) {
  const theme = useStore(appearance, (state) => state.theme);
  const layer = useRef<SVGSVGElement>(null);
  const { optimizers, inspect } = scene;
  const runner = optimizers.find(({ id }) => id === inspect);
  const colour = runner === undefined ? 'var(--text)' : ruleIn(runner, optimizers).mark[theme];

  useLayoutEffect(() => {
    if (layer.current === null) return;
    stage.layInk = createInk(stage, layer.current, em);
    return () => {
      stage.layInk = () => [];
    };
  }, [stage, em]);
  useLayoutEffect(() => stage.invalidate(), [stage, scene, em]);

  return (
    <svg ref={layer} className="scene-ink" style={{ color: colour }} aria-hidden="true">
      <g className="scene-ink-halos" />
      <g className="scene-ink-marks" />
      <g className="scene-ink-notes" />
    </svg>
  );
}
