import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Gate } from '../../formula/circuit.ts';
import { at, type Trace } from '../../formula/trace.ts';
import { backpropStore, selectGate } from '../../state/backprop.ts';
import { onShown, type Shown, shownNow } from '../../state/backprop/shown.ts';
import { player } from '../../state/backprop/player.ts';
import { preferences } from '../../state/preferences.ts';
import { onceAFrame } from '../frame.ts';
import { isStill } from '../motion.ts';
import { useText } from '../useText.ts';
import { gateName } from './gateName.ts';
import { GateShape } from './GateShape.tsx';
import type { Drawing } from './geometry.ts';
import { mountViewport, type Viewport } from './mountViewport.ts';
import { signText } from './notation.ts';
import { short } from './number.ts';
import { createPainter } from './painter.ts';
import { walk } from './walk.ts';
import { WireShape } from './WireShape.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';
import './graph.css';

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

/** A circuit that can be walked through, panned and zoomed. Frames write its numbers; React draws its shapes. */
export function Graph({ drawing, shown: atRest, selected }: Props): ReactNode {
  const { graph } = useText();
  const root = useRef<HTMLDivElement>(null);
  const world = useRef<SVGGElement>(null);
  const viewport = useRef<Viewport>(undefined);
  const { plan, direction, places, paths } = drawing;
  const stop = selected !== undefined && places.has(selected) ? selected : plan.circuit.result;

  useLayoutEffect(() => {
    if (root.current === null || world.current === null) return;
    const mounted = mountViewport(root.current, world.current);
    viewport.current = mounted;
    return () => mounted.unmount();
  }, []);

  useLayoutEffect(() => {
    if (world.current === null) return;
    viewport.current?.fit(drawing);
    const painter = createPainter(world.current, drawing);
    let shown: Trace | undefined;
    const paint = (): void => {
      const now = shownNow();
      if (now.circuit !== drawing.plan.circuit) return;
      if (shown !== now.trace) painter.numbers(now.trace, preferences.getState().language);
      shown = now.trace;
      painter.show(isStill() ? player.step : player.position);
    };
    const reword = (): void => {
      shown = undefined;
      frame.request();
    };
    const light = (): void => painter.light(backpropStore.getState().lit);
    const frame = onceAFrame(paint);
    paint();
    light();
    const ends = [
      onShown(frame.request),
      player.subscribe(frame.request),
      preferences.subscribe(reword),
      backpropStore.subscribe(light),
    ];
    return () => {
      frame.cancel();
      ends.forEach((end) => end());
    };
  }, [drawing]);

  const focus = (gate: Gate): void => {
    selectGate(gate.index);
    viewport.current?.reveal(places.get(gate) ?? { x: 0, y: 0 });
    world.current?.querySelector<SVGGElement>(`[data-gate="${gate.index}"]`)?.focus({ preventScroll: true });
  };

  const gateOf = (target: EventTarget): Gate | undefined => {
    const index = (target as Element).closest<SVGGElement>('.gate')?.dataset['gate'];
    return index === undefined ? undefined : plan.circuit.gates[Number(index)];
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = act(event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const act = ({ key, shiftKey, target }: KeyboardEvent): boolean => {
    const gate = gateOf(target);
    const arrow = arrows[key];
    if (arrow !== undefined && gate !== undefined && !shiftKey) {
      const next = walk(drawing, gate, key);
      if (next !== undefined) focus(next);
    } else if (arrow !== undefined) viewport.current?.pan(...arrow);
    else if (key === '+' || key === '=') viewport.current?.zoom(zoomStep);
    else if (key === '-') viewport.current?.zoom(1 / zoomStep);
    else if (key === '0') viewport.current?.fit(drawing);
    else if (key === 'Enter' || key === ' ') focus(gate ?? stop);
    else if (key === 'Escape' && gate !== undefined) {
      selectGate(null);
      root.current?.focus();
    } else return false;
    return true;
  };

  const onPointerUp = ({ target, pointerId }: PointerEvent): void => {
    const gate = gateOf(target);
    if (gate !== undefined && root.current?.hasPointerCapture(pointerId) !== true) focus(gate);
  };

  useEffect(() => {
    if (selected !== undefined && places.has(selected))
      viewport.current?.reveal(places.get(selected) ?? { x: 0, y: 0 });
  }, [places, selected]);

  const { trace } = atRest;
  const label = (gate: Gate): string =>
    graph.gate(gateName(gate), signText(gate), short(at(trace.values, gate)), short(at(trace.gradients, gate)));
  const hasTrace = atRest.circuit === plan.circuit;
  return (
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
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className="arrow" d="M0 0.5 8 4 0 7.5Z" />
          </marker>
        </defs>
        <g ref={world} className="world" data-direction={direction}>
          {plan.wires.map((wire) => {
            const { d, label: middle } = paths.get(wire) as { d: string; label: { x: number; y: number } };
            return <WireShape key={wire.index} wire={wire} d={d} label={middle} />;
          })}
          {plan.gates.map((gate) => (
            <GateShape
              key={gate.index}
              gate={gate}
              at={places.get(gate) as { x: number; y: number }}
              direction={direction}
              isSelected={gate === selected}
              isStop={gate === stop}
              label={hasTrace ? label(gate) : gateName(gate)}
            />
          ))}
          <g className="chips" aria-hidden="true">
            {plan.wires.map((wire) => (
              <g key={wire.index} className="chip-group" style={{ display: 'none' }}>
                <rect y={-11} height={22} rx={11} />
                <text dy="0.35em" />
              </g>
            ))}
          </g>
        </g>
      </svg>
      <ZoomButtons
        onZoom={(isIn) => viewport.current?.zoom(isIn ? zoomStep : 1 / zoomStep)}
        onFit={() => viewport.current?.fit(drawing)}
      />
    </div>
  );
}
