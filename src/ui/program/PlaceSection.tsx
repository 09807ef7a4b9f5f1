import type { ReactNode } from 'react';
import type { Shown } from '../../state/backprop/shown.ts';
import { playback } from '../../state/playback.ts';
import { ruleIn } from '../../state/rule.ts';
import { runsStore } from '../../state/runs.ts';
import { change, showView } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { short } from '../graph/number.ts';
import { Choice } from '../panel/Choice.tsx';
import { withInspect } from '../panel/recipes.ts';
import { Section } from '../panel/Section.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { useRuns, useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { withProgramGraph } from './recipes.ts';

/** Where the surface is looked at: whose run, and which of its steps. It is the race's own cursor. */
export function PlaceSection({ shown }: { shown: Shown }): ReactNode {
  const language = useLanguage();
  const { graph } = useText();
  const optimizers = useScene((scene) => scene.optimizers);
  const surface = useScene(surfaceIn);
  const runs = useRuns();
  const { place, inputs, trace } = shown;
  const options = optimizers
    .filter(({ id }) => runs.some((run) => run.id === id))
    .map((runner) => ({ value: runner.id, text: ruleIn(runner, optimizers).name[language] }));
  const derivative = (name: string): string => short(trace.named.get(name)?.gradient ?? NaN);
  return (
    <Section title={surface.name[language]}>
      {place === undefined ? (
        <p className="note">{graph.nothingRuns}</p>
      ) : (
        <>
          <Choice label={graph.optimizer} value={place.run.id} options={options} onChange={inspect} />
          <Timeline playback={playback} />
        </>
      )}
      <p className="where">
        {graph.place(
          place?.row ?? 0,
          short(inputs['x'] ?? NaN),
          short(inputs['y'] ?? NaN),
          derivative('x'),
          derivative('y'),
        )}
      </p>
      <div className="programs">
        <button type="button" className="chip" onClick={() => showView('playground')}>
          {graph.toSurface}
        </button>
        <button type="button" className="chip" onClick={() => change(withProgramGraph)}>
          {graph.toProgram}
        </button>
      </div>
    </Section>
  );
}

const inspect = (id: string): void => {
  if (runsStore.getState().scene.inspect !== id) change(withInspect(id));
};
