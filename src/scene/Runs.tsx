import { useThree } from '@react-three/fiber';
import { useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../engine/run.ts';
import { fansStore, shownFans } from '../state/fans/fans.ts';
import { fanGhosts } from '../state/fans/paths.ts';
import { type Ghost, recordedIn, shownGhosts } from '../state/ghosts.ts';
import { heldRuns } from '../state/held.ts';
import { changedRows } from '../state/interventions.ts';
import { appearance } from '../state/appearance.ts';
import { ruleIn } from '../state/rule.ts';
import type { Scene } from '../state/scene.ts';
import { ghostColour, ghostDashes, ghostWidth } from './geometry/ghost.ts';
import type { View } from './geometry/view.ts';
import type { PathStyle } from './paths/path.ts';
import type { Stage } from './stage.ts';

/** Width of a path in font sizes. */
const pathWidth = 0.2;
/** How much of its strength a path keeps while another one is highlighted. */
const faded = 0.22;
const halos = { dark: '#0b0e17', light: '#ffffff' };

/** The look of an optimizer's ghost, given that of its run: below all runs. */
const ghostStyle = ({ kind }: Ghost, of: PathStyle): PathStyle => ({
  ...of,
  colour: ghostColour(of.colour),
  dash: ghostDashes[kind],
  width: of.width * ghostWidth,
  rank: -1,
});

interface Props {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly runs: readonly Run[];
  readonly view: View;
  readonly highlighted: string | undefined;
  /** The font size that everything is in proportion to, in CSS pixels. */
  readonly em: number;
}

/** The paths of the runs and of their ghosts; draped again when runs or surface change. */
export function Runs({ stage, scene, runs, view, highlighted, em }: Props) {
  const theme = useStore(appearance, (state) => state.theme);
  const invalidate = useThree((state) => state.invalidate);
  const dpr = useThree((state) => state.viewport.dpr);
  const allGhosts = useStore(heldRuns, (state) => state.ghosts);
  const fans = useStore(fansStore, (state) => state.fans);
  const { optimizers } = scene;
  const ghosts = useMemo(
    () => [
      ...fanGhosts(shownFans(scene, fans), highlighted),
      ...shownGhosts([...recordedIn(scene), ...allGhosts], runs),
    ],
    [fans, scene, highlighted, allGhosts, runs],
  );
  useLayoutEffect(() => {
    const beside = ghosts.map(({ key, run, kind }) => ({ key, run, isWhole: kind === 'recorded' }));
    stage.paths.setRuns([...beside, ...runs.map((run) => ({ key: run.id, run }))], view);
    invalidate();
  }, [stage, runs, ghosts, view, invalidate]);
  useLayoutEffect(() => {
    const marked = runs.some(({ id }) => id === highlighted) ? highlighted : undefined;
    const styleOf = (id: string): PathStyle => {
      const runner = optimizers.find((item) => item.id === id);
      const mark = runner === undefined ? undefined : ruleIn(runner, optimizers).mark;
      return {
        colour: mark?.[theme] ?? '#888888',
        halo: halos[theme],
        dash: mark?.dash ?? [],
        width: em * pathWidth * dpr,
        strength: marked === undefined || marked === id ? 1 : faded,
        rank: marked === id ? 25 : runs.findIndex((run) => run.id === id),
      };
    };
    stage.paths.setStyles((key) => {
      const ghost = ghosts.find((each) => each.key === key);
      return ghost === undefined ? styleOf(key) : ghostStyle(ghost, styleOf(ghost.id));
    });
    stage.paths.setMarks(new Map(runs.map(({ id }) => [id, changedRows(scene, id)])));
    invalidate();
  }, [stage, scene, runs, ghosts, view, optimizers, theme, highlighted, em, dpr, invalidate]);
  return <primitive object={stage.paths.object} />;
}
