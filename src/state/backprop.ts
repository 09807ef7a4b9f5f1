import { createStore } from 'zustand/vanilla';
import { brokenCircuit, type Circuit } from '../formula/circuit.ts';

/** A gate whose local derivatives are falsified on purpose: multiplied by `factor`. */
export interface BrokenGate {
  /** The sound circuit; for every other one nothing is broken. */
  readonly of: Circuit;
  /** The gate's index in its circuit. */
  readonly gate: number;
  readonly factor: number;
}

/**
 * What is pointed at and tried out in the backprop view; no part of the scene. Gates and wires are named by their index
 * in the circuit that is shown, and so mean nothing for another one: `resetGates` when it changes.
 */
export interface BackpropState {
  /** The gate that is explained in words. */
  readonly selected: number | null;
  /** Wires to lift out: those of one path, or of all paths to an input; null where nothing is pointed at. */
  readonly lit: readonly number[] | null;
  readonly broken: BrokenGate | null;
}

const nothing: BackpropState = { selected: null, lit: null, broken: null };

export const backpropStore = createStore<BackpropState>()(() => nothing);

export const selectGate = (selected: number | null): void => backpropStore.setState({ selected });

export const lightWires = (lit: readonly number[] | null): void => backpropStore.setState({ lit });

export const breakGate = (broken: BrokenGate | null): void => backpropStore.setState({ broken });

export const resetGates = (): void => backpropStore.setState(nothing);

const made = new WeakMap<BrokenGate, Circuit>();

/** A circuit with the gate broken that somebody broke in it; itself where nobody did. */
export function asBroken(circuit: Circuit, broken: BrokenGate | null): Circuit {
  if (broken?.of !== circuit) return circuit;
  const known = made.get(broken) ?? brokenCircuit(circuit, broken.gate, broken.factor);
  made.set(broken, known);
  return known;
}
