import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { backpropStore } from '../../state/backprop.ts';
import type { Shown } from '../../state/backprop/shown.ts';
import { useText } from '../useText.ts';
import { GateTable } from './GateTable.tsx';
import type { Direction } from './geometry.ts';
import { Graph } from './Graph.tsx';
import { useDrawing } from './useDrawing.ts';

/** Narrower than this, values flow downward. */
const narrow = 560;

/** A circuit as a drawing with its legend, and as a table for those who do not see it. */
export function Circuit({ shown }: { shown: Shown }): ReactNode {
  const { graph } = useText();
  const root = useRef<HTMLDivElement>(null);
  const [direction, setDirection] = useState<Direction>('LR');
  const index = useStore(backpropStore, (state) => state.selected);
  const { circuit } = shown;
  const selected = index === null ? undefined : circuit.gates[index];
  const { drawing, isMissing } = useDrawing(circuit, selected ?? circuit.result, direction);

  useLayoutEffect(() => {
    if (root.current === null) return;
    const element = root.current;
    const measure = (): void => setDirection(element.clientWidth < narrow ? 'TB' : 'LR');
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  const plan = drawing?.plan;
  return (
    <div ref={root} className="circuit-drawing">
      {plan?.isPart === true && (
        <p className="note part">
          {graph.part(plan.gates.length, plan.circuit.gates.filter(({ active }) => active).length)}
        </p>
      )}
      {isMissing === true && <p className="note part">{graph.missing}</p>}
      {drawing === undefined ? (
        isMissing !== true && <p className="note part">{graph.loading}</p>
      ) : (
        <Graph drawing={drawing} shown={shown} selected={selected} />
      )}
      <GateTable trace={shown.trace} />
    </div>
  );
}
