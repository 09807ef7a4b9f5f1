import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { labPlayer } from '../../state/network/player.ts';
import { labStore } from '../../state/network/store.ts';
import { Clock } from '../../ui/Clock.tsx';
import { Cells } from '../../ui/network/cells/Cells.tsx';
import type { LabMeasure } from '../../ui/network/charts/curves.ts';
import { LabChart } from '../../ui/network/charts/LabChart.tsx';
import { openLab } from '../../ui/network/lab.ts';
import { EnsembleSection } from '../../ui/network/ensemble/EnsembleSection.tsx';
import { InsideView } from '../../ui/network/inside/InsideView.tsx';
import { ChecksSection } from '../../ui/network/panel/ChecksSection.tsx';
import { DataSection } from '../../ui/network/panel/DataSection.tsx';
import { ExportSection } from '../../ui/network/panel/ExportSection.tsx';
import { NetworkSection } from '../../ui/network/panel/NetworkSection.tsx';
import { RatesSection } from '../../ui/network/panel/RatesSection.tsx';
import { TrainingSection } from '../../ui/network/panel/TrainingSection.tsx';
import { ResultTable } from '../../ui/network/ResultTable.tsx';
import { SearchSection } from '../../ui/network/search/SearchSection.tsx';
import { SliceSection } from '../../ui/network/slice/SliceSection.tsx';
import { PlaybackKeys } from '../../ui/timeline/PlaybackKeys.tsx';
import { Timeline } from '../../ui/timeline/Timeline.tsx';
import { useText } from '../../ui/useText.ts';
import '../../ui/network/panel/lab-panel.css';
import './network.css';

/** The lab: one small network per optimizer, learning side by side, and everything that can be set about it. */
export function Network(): ReactNode {
  const { lab } = useText();
  const isSlow = useStore(labStore, (state) => state.isSlow);
  const [upper, setUpper] = useState<LabMeasure>('loss');
  const [lower, setLower] = useState<LabMeasure>('score');
  const [beside, setBeside] = useState<'curves' | 'inside'>('curves');
  useEffect(() => {
    openLab();
    return () => labPlayer.pause();
  }, []);
  return (
    <main className="network">
      <section className="lab-stage" aria-label={lab.region}>
        <Cells />
        <ResultTable />
      </section>
      <section className="lab-side" aria-label={lab.charts}>
        <div className="lab-tabs" role="group" aria-label={lab.tabsOf}>
          {(['curves', 'inside'] as const).map((id) => (
            <button key={id} type="button" className="chip" aria-pressed={beside === id} onClick={() => setBeside(id)}>
              {lab.tabs[id]}
            </button>
          ))}
        </div>
        {beside === 'curves' ? (
          <>
            <div className="lab-chart">
              <LabChart measure={upper} onMeasure={setUpper} />
            </div>
            <div className="lab-chart">
              <LabChart measure={lower} onMeasure={setLower} />
            </div>
          </>
        ) : (
          <InsideView />
        )}
      </section>
      <section className="dock">
        <Timeline playback={labPlayer} words={lab.timeline} />
        {isSlow && <p className="note">{lab.slow}</p>}
      </section>
      <aside className="panel" aria-label={lab.panel} tabIndex={-1}>
        <DataSection />
        <NetworkSection />
        <TrainingSection />
        <RatesSection />
        <ChecksSection />
        <SearchSection />
        <EnsembleSection />
        <SliceSection />
        <ExportSection />
      </aside>
      <Clock playback={labPlayer} />
      <PlaybackKeys playback={labPlayer} />
    </main>
  );
}
