import { type Show, showOf } from '../../state/backprop/beats.ts';
import type { Gate, Wire } from '../../formula/circuit.ts';
import { nonFinite } from '../../formula/nonFinite.ts';
import type { Language } from '../../formula/text.ts';
import { at, type Trace } from '../../formula/trace.ts';
import { type Elements, elementsOf } from './elements.ts';
import type { Drawing, Point } from './geometry.ts';
import { short } from './number.ts';
import { chipAt, chipWidth, numberPlaces, pileOf } from './pile.ts';

/** Writes numbers and the state of the show into a drawing that is there; renders nothing. */
export interface Painter {
  /** The numbers of another trace of the same circuit. */
  numbers(trace: Trace, language: Language): void;
  /** The show at a position, in beats. */
  show(position: number): void;
  /** Wires to lift out, by their index; null for none. */
  light(wires: readonly number[] | null): void;
}

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1);
const eased = (t: number): number => t * t * (3 - 2 * t);

/** How far something has appeared that does so in beat `beat`, early in it or late. */
const appeared = (position: number, beat: number, delay = 0): number =>
  beat < 0 ? 0 : clamp((position - beat - delay) / (1 - delay));

const setText = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};
const setFlag = (element: Element, name: string, isOn: boolean): void => {
  if (element.hasAttribute(name) !== isOn) element.toggleAttribute(name, isOn);
};
const fade = (element: SVGElement, opacity: number): void => {
  const text = opacity >= 1 ? '' : opacity.toFixed(2);
  if (element.style.opacity !== text) element.style.opacity = text;
};

interface Chip {
  readonly wire: Wire;
  /** The product, and what it comes to. */
  long: string;
  brief: string;
  readonly length: number;
}

export function createPainter(world: SVGGElement, drawing: Drawing): Painter {
  const { plan, places } = drawing;
  const show: Show = showOf(plan.circuit);
  const elements: Elements = elementsOf(world, drawing);
  const chips: Chip[] = plan.wires.map((wire, i) => ({
    wire,
    long: '',
    brief: '',
    length: elements.wires[i]?.path.getTotalLength() ?? 0,
  }));
  const pile = pileOf(plan, drawing.direction);
  /** Where contributions are added up: half a number to the right, where numbers stand beside their gates. */
  const goals = new Map(
    [...places].map(([gate, { x, y }]) => {
      const { gradient } = numberPlaces(gate, drawing.direction);
      return [gate, { x: x + gradient.x + (drawing.direction === 'LR' ? 0 : 20), y: y + gradient.y }];
    }),
  );

  function numbers(trace: Trace, language: Language): void {
    const faults = new Map(nonFinite(trace)?.origins.map((origin) => [origin.gate.index, origin.reason[language]]));
    plan.gates.forEach((gate, i) => {
      const { group, number, gradient, reason } = elements.gates[i] as Elements['gates'][number];
      setText(number, short(at(trace.values, gate)));
      setText(gradient, gate.active ? short(at(trace.gradients, gate)) : '');
      setText(reason, faults.get(gate.index) ?? '');
      setFlag(group, 'data-fault', faults.has(gate.index));
      setFlag(group, 'data-undefined', !Number.isFinite(at(trace.values, gate)));
    });
    plan.wires.forEach((wire, i) => {
      const { label } = elements.wires[i] as Elements['wires'][number];
      const chip = chips[i] as Chip;
      const local = short(at(trace.locals, wire));
      setText(label, local);
      chip.long = `${short(at(trace.gradients, wire.user))} × ${local}`;
      chip.brief = short(at(trace.contributions, wire));
    });
  }

  function paintGates(position: number, now: ReadonlySet<Gate>): void {
    plan.gates.forEach((gate, i) => {
      const { group, value, gradient } = elements.gates[i] as Elements['gates'][number];
      const done = show.gradient[gate.index] as number;
      fade(value, appeared(position, show.value[gate.index] as number));
      fade(gradient, appeared(position, done, gate === plan.circuit.result ? 0 : 0.5));
      setFlag(group, 'data-dark', position <= (show.value[gate.index] as number));
      setFlag(group, 'data-now', now.has(gate));
    });
  }

  function paintChip({ wire, long, brief, length }: Chip, i: number, position: number): void {
    const { path, chip, box, text } = elements.wires[i] as Elements['wires'][number];
    const travelled = position - (show.hand[wire.index] as number);
    const merged = position - (show.gradient[wire.argument.index] as number);
    const isSeen = (show.hand[wire.index] as number) >= 0 && travelled > 0 && merged < 1;
    if (chip.style.display !== (isSeen ? '' : 'none')) chip.style.display = isSeen ? '' : 'none';
    if (!isSeen) return;
    const words = travelled < 0.8 ? long : brief;
    setText(text, words);
    const width = chipWidth(words);
    box.setAttribute('width', String(width));
    box.setAttribute('x', String(-width / 2));
    const goal = goals.get(wire.argument) as Point;
    const { x, y } = chipAt(path, length, eased(clamp(travelled)), goal, pile.get(wire) as Point, clamp(merged));
    chip.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    fade(chip, merged > 0.5 ? 2 - 2 * merged : 1);
  }

  return {
    numbers,
    show(position) {
      const beat = position >= show.beats.length ? undefined : show.beats[Math.ceil(position) - 1];
      const now = new Set(beat?.gates);
      paintGates(position, now);
      plan.wires.forEach((wire, i) => {
        const { group, label } = elements.wires[i] as Elements['wires'][number];
        const computed = show.value[wire.user.index] as number;
        fade(label, appeared(position, computed));
        setFlag(group, 'data-dark', position <= computed);
        setFlag(group, 'data-forward', beat?.kind === 'value' && now.has(wire.user));
        setFlag(group, 'data-backward', beat?.kind === 'hand' && now.has(wire.user));
        paintChip(chips[i] as Chip, i, position);
      });
    },
    light(wires) {
      const lit = new Set(wires);
      setFlag(world, 'data-lit', wires !== null);
      plan.wires.forEach((wire, i) => {
        setFlag((elements.wires[i] as Elements['wires'][number]).group, 'data-lit', lit.has(wire.index));
      });
    },
  };
}
