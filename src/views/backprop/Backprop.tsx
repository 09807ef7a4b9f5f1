import type { ReactNode } from 'react';
import { Explanations } from '../../ui/backprop/Explanations.tsx';
import { GateTable } from '../../ui/graph/GateTable.tsx';
import { ExampleSection } from '../../ui/program/ExampleSection.tsx';
import { ProgramSection } from '../../ui/program/ProgramSection.tsx';
import { useShown } from '../../ui/program/useShown.ts';
import { useText } from '../../ui/useText.ts';
import './backprop.css';

/** A program as a computational graph: values forward, gradients backward. */
export function Backprop(): ReactNode {
  const { graph } = useText();
  const { circuit, trace } = useShown();
  return (
    <main className="backprop">
      <section className="circuit" aria-label={graph.title}>
        <GateTable trace={trace} />
      </section>
      <aside className="panel" aria-label={graph.panel} tabIndex={-1}>
        <ProgramSection />
        <ExampleSection />
        <Explanations circuit={circuit} trace={trace} />
      </aside>
    </main>
  );
}
