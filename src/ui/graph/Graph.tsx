import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Gate } from '../../formula/circuit.ts';
import { selectGate } from '../../state/backprop.ts';
import type { Shown } from '../../state/backprop/shown.ts';
import { useText } from '../useText.ts';
import { GateShapes } from './GateShapes.tsx';
import type { Drawing, Point } from './geometry.ts';
import './graph.css';
import { Legend } from './Legend.tsx';
import { mountViewport, type Viewport } from './mountViewport.ts';
import { usePaint } from './usePaint.ts';
import { walk } from './walk.ts';
import { WireShapes } from './WireShapes.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

interface Props {
  drawing: Drawing;
  /** What is shown at rest, for screen readers. */
  shown: Shown;
  selected: Gate | undefined;
}

const step = 60;
const zoomStep = 1.25;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

/** A circuit that can be walked through, panned and zoomed. React draws its shapes; frames write its numbers. */
export function Graph({ drawing, shown, selected }: Props): ReactNode {
  const { graph } = useText();
  const root = useRef<HTMLDivElement>(null);
  const world = useRef<SVGGElement>(null);
  const viewport = useRef<Viewport>(undefined);
  const { plan, direction, places } = drawing;
  const stop = selected !== undefined && places.has(selected) ? selected : plan.circuit.result;

  useLayoutEffect(() => {
    if (root.current === null || world.current === null) return;
    const mounted = mountViewport(root.current, world.current);
    viewport.current = mounted;
    return () => mounted.unmount();
  }, []);
  useLayoutEffect(() => viewport.current?.fit(drawing), [drawing]);
  usePaint(world, drawing);
  useEffect(() => {
    const place = selected && places.get(selected);
    if (place !== undefined) viewport.current?.reveal(place);
  }, [places, selected]);

  const gateOf = (target: EventTarget): Gate | undefined => {
    const index = (target as Element).closest<SVGGElement>('.gate')?.dataset['gate'];
    return index === undefined ? undefined : plan.circuit.gates[Number(index)];
  };
  const focus = (gate: Gate): void => {
    selectGate(gate.index);
    viewport.current?.reveal(places.get(gate) as Point);
    world.current?.querySelector<SVGElement>(`[data-gate="${gate.index}"] > [role]`)?.focus({ preventScroll: true });
  };
  const zoom = (isIn: boolean): void => viewport.current?.zoom(isIn ? zoomStep : 1 / zoomStep);

  /** Whether a key means anything here. */
  const act = ({ key, shiftKey, target }: KeyboardEvent): boolean => {
    const gate = gateOf(target);
    const arrow = arrows[key];
    if (arrow !== undefined && gate !== undefined && !shiftKey) {
      const next = walk(drawing, gate, key);
      if (next !== undefined) focus(next);
    } else if (arrow !== undefined) viewport.current?.pan(...arrow);
    else if (['+', '=', '-'].includes(key)) zoom(key !== '-');
    else if (key === '0') viewport.current?.fit(drawing);
    else if (key === 'Enter' || (key === ' ' && gate !== undefined)) focus(gate ?? stop);
    else if (key === 'Escape' && gate !== undefined) {
      selectGate(null);
      root.current?.focus();
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerUp = ({ target, pointerId }: PointerEvent): void => {
    const gate = gateOf(target);
    if (gate !== undefined && root.current?.hasPointerCapture(pointerId) !== true) focus(gate);
  };

  return (
    <>
      <div className="graph-head">
        <Legend />
        <ZoomButtons onZoom={zoom} onFit={() => viewport.current?.fit(drawing)} />
      </div>
      <div
        ref={root}
        className="graph"
        role="application"
        tabIndex={0}
        aria-label={graph.title}
        aria-description={graph.keys}
        onKeyDown={onKeyDown}
        onPointerUp={onPointerUp}
      >
        <svg width="100%" height="100%">
          <g ref={world} className="world" data-direction={direction}>
            <WireShapes drawing={drawing} />
            <GateShapes drawing={drawing} shown={shown} selected={selected} stop={stop} />
            <g className="chips" aria-hidden="true">
              {plan.wires.map((wire) => (
                <g key={wire.index} className="chip-group" style={{ display: 'none' }}>
                  <rect y={-12} height={24} rx={12} />
                  <text dy="0.35em" />
                </g>
              ))}
            </g>
          </g>
        </svg>
      </div>
    </>
  );
}
