import { useThree } from '@react-three/fiber';
import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../engine/run.ts';
import { preferences } from '../state/preferences.ts';
import { ruleIn } from '../state/rule.ts';
import type { Scene } from '../state/scene.ts';
import type { View } from './geometry/view.ts';
import type { Stage } from './stage.ts';

/** Width of a path in font sizes. */
const pathWidth = 0.2;
/** How much of its strength a path keeps while another one is highlighted. */
const faded = 0.22;
const halos = { dark: '#0b0e17', light: '#ffffff' };

interface Props {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly runs: readonly Run[];
  readonly view: View;
  readonly highlighted: string | undefined;
  /** The font size that everything is in proportion to, in CSS pixels. */
  readonly em: number;
}

/** The paths of the runs; draped again when runs or surface change. */
export function Runs({ stage, scene, runs, view, highlighted, em }: Props) {
  const theme = useStore(preferences, (state) => state.theme);
  const invalidate = useThree((state) => state.invalidate);
  const dpr = useThree((state) => state.viewport.dpr);
  const { optimizers } = scene;
  useLayoutEffect(() => {
    stage.paths.setRuns(runs, view);
    invalidate();
  }, [stage, runs, view, invalidate]);
  useLayoutEffect(() => {
    const marked = runs.some(({ id }) => id === highlighted) ? highlighted : undefined;
    stage.paths.setStyles((id, place) => {
      const runner = optimizers.find((item) => item.id === id);
      const mark = runner === undefined ? undefined : ruleIn(runner, optimizers).mark;
      return {
        colour: mark?.[theme] ?? '#888888',
        halo: halos[theme],
        dash: mark?.dash ?? [],
        width: em * pathWidth * dpr,
        strength: marked === undefined || marked === id ? 1 : faded,
        rank: marked === id ? 25 : place,
      };
    });
    invalidate();
  }, [stage, runs, optimizers, theme, highlighted, em, dpr, invalidate]);
  return <primitive object={stage.paths.object} />;
}
