import { fieldCircuit } from '../../engine/circuit.ts';
import { type Field, fieldOf } from '../../engine/field.ts';
import type { Run } from '../../engine/run.ts';
import { type Circuit, programCircuit } from '../../formula/circuit.ts';
import { type Trace, traceOf } from '../../formula/trace.ts';
import { asBroken, backpropStore, type BrokenGate } from '../backprop.ts';
import { playback } from '../playback.ts';
import { runsStore, shownRuns } from '../runs.ts';
import type { BackpropSettings, Scene, SceneSurface } from '../schema.ts';
import { sceneStore } from '../store.ts';
import { surfaceIn } from '../surface.ts';
import { programInputs } from '../typed.ts';
import { examples } from './examples.ts';

type Numbers = Readonly<Record<string, number>>;

/** What the backprop view shows: a circuit at a point. The same object as long as both are the same. */
export interface Shown {
  /** The sound one. */
  readonly circuit: Circuit;
  /** A number for each of the circuit's inputs. */
  readonly inputs: Numbers;
  /** Of the circuit with the gate broken that somebody broke in it. */
  readonly trace: Trace;
  /** Whose run the point is on, and which of its rows; undefined for a program, and where nothing runs. */
  readonly place: { readonly run: Run; readonly row: number } | undefined;
}

/** A program's text and the numbers of its inputs, all of them: one that is not given is 1. */
export function programIn({ backprop }: Pick<Scene, 'backprop'>): { program: string; inputs: Numbers } {
  const [first] = examples;
  const program = backprop?.program ?? first.program;
  const given: Numbers = { ...(program === first.program ? first.inputs : {}), ...backprop?.inputs };
  return { program, inputs: Object.fromEntries(programInputs(program).map((name) => [name, given[name] ?? 1])) };
}

/** The optimizer at whose place the surface is shown: the inspected one, else the solo one, else the first. */
function chosenRun(): Run | undefined {
  const { runs, scene } = runsStore.getState();
  return runs.find(({ id }) => id === scene.inspect) ?? shownRuns(scene, runs)[0];
}

const ofFields = new WeakMap<Field, Circuit>();
const circuitOf = (field: Field): Circuit => {
  const circuit = ofFields.get(field) ?? fieldCircuit(field);
  ofFields.set(field, circuit);
  return circuit;
};

let latest: { readonly text: string; readonly circuit: Circuit } | undefined;
const circuitFor = (text: string): Circuit => {
  if (latest?.text !== text) latest = { text, circuit: programCircuit(text) };
  return latest.circuit;
};

const shown = (circuit: Circuit, inputs: Numbers, place: Shown['place']): Shown => ({
  circuit,
  inputs,
  trace: traceOf(asBroken(circuit, backpropStore.getState().broken), inputs),
  place,
});

const surfaceShown = (scene: Scene, run: Run | undefined, row: number): Shown => {
  const { formula, values } = surfaceIn(scene);
  const [x, y] = run === undefined ? scene.start : ['x', 'y'].map((name) => run.columns[name]?.[row] as number);
  const circuit = circuitOf(fieldOf(formula, Object.keys(values)));
  return shown(circuit, { ...values, x: x as number, y: y as number }, run && { run, row });
};

interface Of {
  readonly backprop: BackpropSettings | undefined;
  readonly surface: SceneSurface;
  readonly start: Scene['start'];
  readonly run: Run | undefined;
  readonly row: number;
  readonly broken: BrokenGate | null;
}
let known: { readonly of: Of; readonly shown: Shown } | undefined;

/** What is shown now: of a scene whose runs have been made, at the row under the cursor. */
export function shownNow(): Shown {
  const { scene } = runsStore.getState();
  const { backprop, surface, start } = scene;
  const isSurface = backprop?.of === 'surface';
  const run = isSurface ? chosenRun() : undefined;
  const row = run === undefined ? 0 : Math.min(playback.step, run.steps);
  const { broken } = backpropStore.getState();
  const of: Of = { backprop, surface, start, run, row, broken };
  const isKnown = (Object.keys(of) as (keyof Of)[]).every((part) => known?.of[part] === of[part]);
  if (known !== undefined && isKnown) return known.shown;
  const { program, inputs } = programIn(scene);
  const found = isSurface ? surfaceShown(scene, run, row) : shown(circuitFor(program), inputs, undefined);
  known = { of, shown: found };
  return found;
}

/** Calls back whenever something else may be shown; returns what ends it. */
export function onShown(listener: () => void): () => void {
  const ends = [runsStore, sceneStore, playback, backpropStore].map((store) => store.subscribe(listener));
  return () => ends.forEach((end) => end());
}
