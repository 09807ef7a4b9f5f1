import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { heightIn } from '../../scene/geometry/height.ts';
import { heldRuns } from '../../state/held.ts';
import { highlightStore } from '../../state/highlight.ts';
import { playback } from '../../state/playback.ts';
import { surfaceIn } from '../../state/surface.ts';
import { RunChart } from '../../ui/chart/RunChart.tsx';
import { ContourView } from '../../ui/contour/ContourView.tsx';
import { ChangeTicks } from '../../ui/future/ChangeTicks.tsx';
import { FutureToggle } from '../../ui/future/FutureToggle.tsx';
import { Guard } from '../../ui/Guard.tsx';
import { Leaderboard } from '../../ui/leaderboard/Leaderboard.tsx';
import { SoloKeys } from '../../ui/leaderboard/SoloKeys.tsx';
import { Panel } from '../../ui/panel/Panel.tsx';
import { PlaybackKeys } from '../../ui/timeline/PlaybackKeys.tsx';
import { Timeline } from '../../ui/timeline/Timeline.tsx';
import { Starts } from '../../ui/title/Starts.tsx';
import { Title } from '../../ui/title/Title.tsx';
import { useNoneBegins } from '../../ui/useNoneBegins.ts';
import { useScene } from '../../ui/useScene.ts';
import { useText } from '../../ui/useText.ts';
import './playground.css';
import { useInsets } from './useInsets.ts';

const SurfaceScene = lazy(async () => ({ default: (await import('../../scene/SurfaceScene.tsx')).SurfaceScene }));

/**
 * The race: the surface in 3D, from above, and as losses; who leads; and everything that can be set. While another view
 * is shown it keeps its picture and its size, unseen.
 */
export function Playground({ isShown }: { isShown: boolean }): ReactNode {
  const { stage } = useText();
  const highlight = useStore(highlightStore, (state) => state.highlight);
  const inspect = useScene((scene) => scene.inspect);
  const isEmpty = useStore(heldRuns, ({ scene }) => heightIn(surfaceIn(scene)).isEmpty);
  const noneBegins = useNoneBegins();
  const [isFlat, setFlat] = useState(false);
  const title = useRef<HTMLElement>(null);
  const starts = useRef<HTMLDivElement>(null);
  const insets = useInsets(title, starts);
  const goFlat = useCallback(() => setFlat(true), []);
  return (
    <main className="playground" data-flat={isFlat || undefined} inert={!isShown}>
      <section className="stage" aria-label={stage.region}>
        <Title ref={title} />
        <div className="stage-scene">
          {isFlat ? (
            <ContourView large />
          ) : (
            <Guard fallback={null} onBreak={goFlat}>
              <Suspense fallback={<p className="unseen">{stage.loading}</p>}>
                <SurfaceScene onUnavailable={goFlat} highlighted={highlight ?? inspect} insets={insets} />
              </Suspense>
            </Guard>
          )}
          {isEmpty && (
            <p className="stage-empty" role="status">
              {stage.nowhere}
            </p>
          )}
        </div>
        <Starts ref={starts}>
          {!isEmpty && noneBegins !== undefined && (
            <p className="stage-unbegun" role="status">
              {noneBegins}
            </p>
          )}
        </Starts>
        {isFlat && <p className="stage-note">{stage.failed}</p>}
      </section>
      <section className="side" aria-label={stage.side}>
        {!isFlat && (
          <div>
            <ContourView />
          </div>
        )}
        <div>
          <RunChart />
        </div>
      </section>
      <section className="dock">
        <Leaderboard />
        <Timeline playback={playback} ticks={<ChangeTicks />}>
          <FutureToggle />
        </Timeline>
      </section>
      <Panel />
      {isShown && <PlaybackKeys playback={playback} />}
      {isShown && <SoloKeys />}
    </main>
  );
}
