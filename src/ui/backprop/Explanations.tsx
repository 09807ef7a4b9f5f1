import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Circuit } from '../../formula/circuit.ts';
import type { Trace } from '../../formula/trace.ts';
import { backpropStore } from '../../state/backprop.ts';
import { Section } from '../panel/Section.tsx';
import { useText } from '../useText.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { GateWords } from './GateWords.tsx';
import { PathsPanel } from './PathsPanel.tsx';
import { Sabotage } from './Sabotage.tsx';
import { ScaleExercise } from './ScaleExercise.tsx';

interface Props {
  /** The sound circuit. */
  circuit: Circuit;
  /** What is shown of it, a broken gate included. */
  trace: Trace;
}

/** What there is to read and try beside the graph: the selected gate, the paths, the gradient check, exercises. */
export function Explanations({ circuit, trace }: Props): ReactNode {
  const selected = useStore(backpropStore, (state) => state.selected);
  const { backprop: text } = useText();
  return (
    <>
      <Section title={text.gates.title}>
        <GateWords trace={trace} gate={selected === null ? undefined : trace.circuit.gates[selected]} />
      </Section>
      <Section title={text.paths.title}>
        <PathsPanel trace={trace} />
      </Section>
      <Section title={text.check.title} part="check">
        <CheckPanel trace={trace} />
      </Section>
      <Section title={text.sabotage.title}>
        <Sabotage circuit={circuit} />
      </Section>
      <Section title={text.scaling.title}>
        <ScaleExercise />
      </Section>
    </>
  );
}
