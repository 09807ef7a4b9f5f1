import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { preferences } from '../../state/preferences.ts';
import { AddRule } from '../editor/AddRule.tsx';
import { ChangesSection } from '../future/ChangesSection.tsx';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { MoreOptimizers } from './MoreOptimizers.tsx';
import { NoiseSection } from './NoiseSection.tsx';
import { OptimizerSection } from './OptimizerSection.tsx';
import { RunSection } from './RunSection.tsx';
import { LrScheduleSection, MuScheduleSection } from './ScheduleSections.tsx';
import { Section } from './Section.tsx';
import { SurfaceSection } from './SurfaceSection.tsx';

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
        <MoreOptimizers runners={runners} />
        <AddRule />
      </Section>
      <LrScheduleSection />
      <MuScheduleSection />
      <NoiseSection />
      <RunSection />
    </aside>
  );
}
