import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { rules } from '../../optimizers/catalog.ts';
import { preferences } from '../../state/preferences.ts';
import type { Runner } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import { AddRule } from '../editor/AddRule.tsx';
import { ChangesSection } from '../future/ChangesSection.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { withRule } from './recipes.ts';
import { NoiseSection } from './NoiseSection.tsx';
import { OptimizerSection } from './OptimizerSection.tsx';
import { RunSection } from './RunSection.tsx';
import { LrScheduleSection, MuScheduleSection } from './ScheduleSections.tsx';
import { Section } from './Section.tsx';
import { SurfaceSection } from './SurfaceSection.tsx';

/** Built-in optimizers that the scene came without. */
function Absent({ runners }: { runners: readonly Runner[] }): ReactNode {
  const language = useLanguage();
  const { panel } = useText();
  const absent = rules.filter(({ id }) => runners.every((runner) => runner.id !== id));
  if (absent.length === 0) return null;
  return (
    <div className="absent" role="group" aria-label={panel.add}>
      {absent.map(({ id, name }) => (
        <button key={id} type="button" className="chip" onClick={() => change(withRule(id))}>
          {panel.addOf(name[language])}
        </button>
      ))}
    </div>
  );
}

/** Everything that can be set, built from what the surface, the rules and the schedules say about themselves. */
export function Panel(): ReactNode {
  const runners = useScene(({ optimizers }) => optimizers);
  const linkRates = useStore(preferences, (state) => state.linkRates);
  const { panel } = useText();
  return (
    <aside className="panel" id="controls" aria-label={panel.region} tabIndex={-1}>
      <SurfaceSection />
      <ChangesSection />
      <Section title={panel.optimizers}>
        <label className="check" title={panel.linkRatesNote}>
          <input
            type="checkbox"
            checked={linkRates}
            onChange={({ target }) => preferences.setState({ linkRates: target.checked })}
          />
          {panel.linkRates}
        </label>
        {runners.map((runner) => (
          <OptimizerSection key={runner.id} runner={runner} />
        ))}
        <Absent runners={runners} />
        <AddRule />
      </Section>
      <LrScheduleSection />
      <MuScheduleSection />
      <NoiseSection />
      <RunSection />
    </aside>
  );
}
