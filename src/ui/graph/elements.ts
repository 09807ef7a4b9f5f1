import type { Drawing } from './geometry.ts';

/** What a frame writes to, of a gate. */
export interface GateElements {
  readonly group: SVGGElement;
  readonly value: SVGTextElement;
  readonly number: SVGTSpanElement;
  readonly gradient: SVGTextElement;
  readonly reason: SVGTextElement;
}

/** What a frame writes to, of a wire: the line, its local derivative, and the contribution that travels along it. */
export interface WireElements {
  readonly group: SVGGElement;
  readonly path: SVGPathElement;
  readonly label: SVGTextElement;
  readonly chip: SVGGElement;
  readonly box: SVGRectElement;
  readonly text: SVGTextElement;
}

export interface Elements {
  readonly gates: readonly GateElements[];
  readonly wires: readonly WireElements[];
}

/** The elements of a drawing, in the order of its plan. */
export function elementsOf(world: SVGGElement, { plan }: Drawing): Elements {
  const all = (selector: string): SVGGElement[] => [...world.querySelectorAll<SVGGElement>(selector)];
  const part = <T extends SVGElement>(of: Element, selector: string): T => of.querySelector(selector) as T;
  const chips = all('.chip-group');
  const gates = all('.gate').map((group) => ({
    group,
    value: part<SVGTextElement>(group, '.gate-value'),
    number: part<SVGTSpanElement>(group, '.gate-number'),
    gradient: part<SVGTextElement>(group, '.gate-gradient'),
    reason: part<SVGTextElement>(group, '.gate-reason'),
  }));
  const wires = all('.wire').map((group, i) => {
    const chip = chips[i] as SVGGElement;
    return {
      group,
      path: part<SVGPathElement>(group, '.wire-line'),
      label: part<SVGTextElement>(group, '.wire-local'),
      chip,
      box: part<SVGRectElement>(chip, 'rect'),
      text: part<SVGTextElement>(chip, 'text'),
    };
  });
  if (gates.length !== plan.gates.length || wires.length !== plan.wires.length)
    throw new Error(
      `expected ${plan.gates.length} gates and ${plan.wires.length} wires, found ${gates.length} and ${wires.length}`,
    );
  return { gates, wires };
}
