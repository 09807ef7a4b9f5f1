import type { Circuit, Gate, Wire } from '../../formula/circuit.ts';

/**
 * One beat of the show. Forward: `value`, the values of some gates appear. Backward: `seed`, the result starts with 1;
 * `hand`, gates hand (their gradient) × (local derivative) down their wires; `sum`, gates add up what has arrived.
 */
export interface Beat {
  readonly kind: 'value' | 'seed' | 'hand' | 'sum';
  readonly gates: readonly Gate[];
}

/** The show of a circuit, and in which of its beats each thing happens; −1 for what never does. */
export interface Show {
  readonly beats: readonly Beat[];
  /** By gate: its value appears. */
  readonly value: Int32Array;
  /** By gate: its gradient is complete. */
  readonly gradient: Int32Array;
  /** By wire: its contribution travels. */
  readonly hand: Int32Array;
}

/** Up to so many operations are computed one by one; of more, a layer at a time. */
const mostSingly = 24;

const byLayer = (gates: readonly Gate[], layer: (gate: Gate) => number): Gate[][] => {
  const layers = new Map<number, Gate[]>();
  for (const gate of gates) layers.set(layer(gate), [...(layers.get(layer(gate)) ?? []), gate]);
  return [...layers].sort(([a], [b]) => a - b).map(([, inLayer]) => inLayer);
};

const activeWires = ({ args }: Gate): Wire[] => args.filter(({ active }) => active);

/** Inputs at once, then each operation; then backward, layer by layer: add up, hand down. */
function beatsOf({ gates, result }: Circuit): Beat[] {
  const drawn = gates.filter((gate) => gate.active || gate === result);
  const given = drawn.filter(({ args }) => args.length === 0);
  const computed = drawn.filter(({ args }) => args.length > 0);
  const forward = byLayer(computed, ({ forward }) => forward);
  const steps = computed.length > mostSingly ? forward : forward.flat().map((gate) => [gate]);
  const backward = byLayer(drawn, ({ backward }) => backward).flatMap((layer): Beat[] => {
    const handing = layer.filter((gate) => activeWires(gate).length > 0);
    const first: Beat = { kind: layer.includes(result) ? 'seed' : 'sum', gates: layer };
    return handing.length === 0 ? [first] : [first, { kind: 'hand', gates: handing }];
  });
  const values = [given, ...steps].filter((some) => some.length > 0);
  return [...values.map((some): Beat => ({ kind: 'value', gates: some })), ...(result.active ? backward : [])];
}

const shows = new WeakMap<Circuit, Show>();

/** The show of a circuit. */
export function showOf(circuit: Circuit): Show {
  const known = shows.get(circuit);
  if (known !== undefined) return known;
  const never = (count: number): Int32Array => new Int32Array(count).fill(-1);
  const [value, gradient, hand] = [circuit.gates, circuit.gates, circuit.wires].map(({ length }) => never(length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const beats = beatsOf(circuit);
  for (const [i, { kind, gates }] of beats.entries())
    for (const gate of gates) {
      if (kind === 'value') value[gate.index] = i;
      else if (kind === 'hand') for (const wire of activeWires(gate)) hand[wire.index] = i;
      else gradient[gate.index] = i;
    }
  const show = { beats, value, gradient, hand };
  shows.set(circuit, show);
  return show;
}
