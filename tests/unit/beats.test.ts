import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { programCircuit } from '../../src/formula/circuit.ts';
import { type Beat, showOf } from '../../src/state/backprop/beats.ts';
import { examples } from '../../src/state/backprop/examples.ts';
import { player } from '../../src/state/backprop/player.ts';
import { backpropStore, selectGate } from '../../src/state/backprop.ts';
import { initialScene } from '../../src/state/scene.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { sharing, squaring } from './circuits.ts';

const told = ({ kind, gates }: Beat): string => `${kind} ${gates.map(({ names }) => names.join()).join(' ')}`;

describe('the show of a circuit', () => {
  it('of the first example: values one by one, then gradients layer by layer', () => {
    expect(showOf(programCircuit(examples[0].program)).beats.map(told)).toEqual([
      'value a b',
      'value c',
      'value d',
      'value e',
      'seed e',
      'hand e',
      'sum c d',
      'hand c d',
      'sum a b',
    ]);
  });

  it('computes large circuits a layer at a time', () => {
    const { beats } = showOf(programCircuit(Array.from({ length: 40 }, (_, i) => `sin(${i + 2}*x)`).join('+')));
    expect(beats[1]?.gates).toHaveLength(40);
  });

  it('has no backward pass from a constant, and none beyond a single input', () => {
    expect(showOf(programCircuit('2 + 3')).beats.map(({ kind }) => kind)).toEqual(['value']);
    expect(showOf(programCircuit('x')).beats.map(told)).toEqual(['value x', 'seed x']);
  });

  it('happens in an order in which every number is there when it is needed', () => {
    fc.assert(
      fc.property(fc.oneof(sharing, fc.nat(30).map(squaring)), (program) => {
        const circuit = programCircuit(program);
        const { beats, value, gradient, hand } = showOf(circuit);
        const backward = beats.findIndex(({ kind }) => kind === 'seed');
        const wires = circuit.wires.filter(({ active }) => active);
        expect([...value].every((beat, i) => beat < backward || circuit.gates[i]?.active === false)).toBe(true);
        for (const { index, user, argument } of wires) {
          expect(value[argument.index]).toBeLessThan(value[user.index] as number);
          expect(gradient[user.index]).toBeLessThan(hand[index] as number);
          expect(hand[index]).toBeLessThan(gradient[argument.index] as number);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('its player', () => {
  const show = (program: string): void => change((scene) => ({ ...scene, backprop: { program } }));
  beforeEach(() => sceneStore.setState({ scene: initialScene() }));

  it('stands at the end of another circuit, of which nothing is chosen yet, and stays where numbers change', () => {
    show('x*y');
    expect([player.position, player.length]).toEqual([5, 5]);
    player.seek(2);
    selectGate(1);
    change((scene) => ({ ...scene, backprop: { ...scene.backprop, inputs: { x: 3 } } }));
    expect([player.position, backpropStore.getState().selected]).toEqual([2, 1]);
    player.play();
    show('x*y + z');
    expect([player.position, player.length, player.playing]).toEqual([8, 8, false]);
    expect(backpropStore.getState().selected).toBeNull();
  });
});
