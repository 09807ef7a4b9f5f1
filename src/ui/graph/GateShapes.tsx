import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Gate } from '../../formula/circuit.ts';
import { at } from '../../formula/trace.ts';
import { backpropStore } from '../../state/backprop.ts';
import type { Shown } from '../../state/backprop/shown.ts';
import { useText } from '../useText.ts';
import { gateName } from './gateName.ts';
import { type Direction, type Drawing, labelOf, pillHeight, pillWidth, type Point } from './geometry.ts';
import { nameSigns, signsOf, signText } from './notation.ts';
import { short } from './number.ts';
import { numberPlaces } from './pile.ts';
import { Signs } from './Signs.tsx';

interface Props {
  gate: Gate;
  at: Point;
  direction: Direction;
  isSelected: boolean;
  /** Whether somebody falsified its local derivatives. */
  isBroken: boolean;
  /** Whether Tab leads to it; arrow keys lead to the others. */
  isStop: boolean;
  label: string;
}

/** A gate: its sign, above it its value, below it its gradient. The numbers are written by the frame. */
const GateShape = memo(function GateShape(props: Props): ReactNode {
  const { gate, at, direction, isSelected, isBroken, isStop, label } = props;
  const width = pillWidth(gate);
  const names = labelOf(gate);
  const { value, gradient } = numberPlaces(gate, direction);
  const isShared = gate.users.filter(({ active }) => active).length > 1;
  return (
    <g
      className="gate"
      data-gate={gate.index}
      data-kind={gate.node.op === 'input' ? 'input' : 'operation'}
      data-shared={isShared || undefined}
      data-selected={isSelected || undefined}
      data-broken={isBroken || undefined}
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
    >
      <rect
        className="gate-pill"
        role="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        aria-pressed={isSelected}
        x={-width / 2}
        y={-pillHeight / 2}
        width={width}
        height={pillHeight}
        rx={gate.node.op === 'input' ? 8 : pillHeight / 2}
      />
      <g aria-hidden="true">
        <text className="gate-sign" dy="0.35em">
          <Signs signs={signsOf(gate)} />
        </text>
        <text className="gate-value" x={value.x} y={value.y}>
          {names !== '' && (
            <tspan className="gate-name">
              <Signs signs={nameSigns(names)} />
            </tspan>
          )}
          {names !== '' && <tspan className="gate-equals"> = </tspan>}
          <tspan className="gate-number" />
        </text>
        <text className="gate-gradient" x={gradient.x} y={gradient.y} dy="0.35em" />
        <text className="gate-reason" x={value.x} y={value.y - 21} />
      </g>
    </g>
  );
});

interface All {
  drawing: Drawing;
  shown: Shown;
  selected: Gate | undefined;
  stop: Gate;
}

/** The gates of a drawing, each with a name that tells its numbers at rest. */
export function GateShapes({ drawing, shown, selected, stop }: All): ReactNode {
  const { graph } = useText();
  const broken = useStore(backpropStore, (state) => state.broken);
  const { plan, direction, places } = drawing;
  const { circuit, trace } = shown;
  const label = (gate: Gate): string => {
    if (circuit !== plan.circuit) return gateName(gate);
    const numbers = [trace.values, trace.gradients].map((all) => short(at(all, gate))) as [string, string];
    return graph.gate(gateName(gate), signText(gate), ...numbers);
  };
  return plan.gates.map((gate) => (
    <GateShape
      key={gate.index}
      gate={gate}
      at={places.get(gate) as Point}
      direction={direction}
      isSelected={gate === selected}
      isBroken={broken?.of === plan.circuit && broken.gate === gate.index}
      isStop={gate === stop}
      label={label(gate)}
    />
  ));
}
