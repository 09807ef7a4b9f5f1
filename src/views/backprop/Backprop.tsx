import { type ReactNode, useRef } from 'react';
import { player } from '../../state/backprop/player.ts';
import { Explanations } from '../../ui/backprop/Explanations.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Sabotaged } from '../../ui/backprop/Sabotaged.tsx';
import { Circuit } from '../../ui/graph/Circuit.tsx';
import { StepWords } from '../../ui/graph/StepWords.tsx';
import { SurfaceSection } from '../../ui/panel/SurfaceSection.tsx';
import { ExampleSection } from '../../ui/program/ExampleSection.tsx';
import { PlaceSection } from '../../ui/program/PlaceSection.tsx';
import { ProgramSection } from '../../ui/program/ProgramSection.tsx';
import { useShown } from '../../ui/program/useShown.ts';
import { PlaybackKeys } from '../../ui/timeline/PlaybackKeys.tsx';
import { Timeline } from '../../ui/timeline/Timeline.tsx';
import { useScene } from '../../ui/useScene.ts';
import { useText } from '../../ui/useText.ts';
import './backprop.css';
import { useGateInSight } from './useGateInSight.ts';

/** A program as a computational graph: values forward, gradients backward, step by step. */
export function Backprop(): ReactNode {
  const { graph } = useText();
  const shown = useShown();
  const panel = useRef<HTMLElement>(null);
  useGateInSight(panel);
  const isSurface = useScene(({ backprop }) => backprop?.of === 'surface');
  return (
    <main className="backprop">
      <section className="circuit" aria-label={graph.title}>
        <Circuit shown={shown} />
        <div className="circuit-dock">
          <Sabotaged circuit={shown.circuit} />
          <StepWords shown={shown} />
          <Timeline playback={player} words={graph.timeline} />
        </div>
      </section>
      <aside ref={panel} className="panel" aria-label={graph.panel} tabIndex={-1}>
        {isSurface ? (
          <>
            <PlaceSection shown={shown} />
            <SurfaceSection />
          </>
        ) : (
          <ProgramSection />
        )}
        <ExampleSection />
        <Explanations circuit={shown.circuit} trace={shown.trace} />
      </aside>
      <Clock playback={player} />
      <PlaybackKeys playback={player} />
    </main>
  );
}
