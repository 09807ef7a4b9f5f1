import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine/run.ts';
import { type LessonId, lessonOf, lessons } from '../../src/lessons/catalog.ts';
import { traceOf } from '../../src/formula/trace.ts';
import { programCircuit } from '../../src/formula/circuit.ts';
import { programIn } from '../../src/state/backprop/shown.ts';
import { runsStore } from '../../src/state/runs.ts';
import { readScene } from '../../src/state/scene.ts';
import { replaceScene } from '../../src/state/store.ts';
import { surfaceIn } from '../../src/state/surface.ts';

/** The runs of a lesson by optimizer. */
function runsOf(lesson: LessonId): (id: string) => Run {
  replaceScene({ lesson });
  const { runs } = runsStore.getState();
  return (id) => runs.find((run) => run.id === id) as Run;
}

const at = ({ columns }: Run, column: string, step: number): number => columns[column]?.[step] ?? NaN;
const far = (run: Run, step = run.steps): number => Math.hypot(at(run, 'x', step), at(run, 'y', step));

/** What the lesson says is right, in English. */
const right = (id: LessonId): string | undefined => {
  const question = lessonOf(id)?.question;
  return question?.choices[question.answer]?.en;
};

describe('what lessons say is what happens', () => {
  it('momentum is nearer, and Nesterov’s swings die out sooner', () => {
    const speed = runsOf('momentum');
    expect(far(speed('momentum'))).toBeLessThan(far(speed('sgd')));
    const ahead = runsOf('nesterov');
    for (const step of [60, 100, 150]) expect(far(ahead('nesterov'), step)).toBeLessThan(far(ahead('momentum'), step));
    expect([right('momentum'), right('nesterov')]).toEqual(['Momentum', 'Nesterov']);
  });

  it('Adagrad’s steps only shrink, and RMSprop alone arrives', () => {
    const race = runsOf('rmsprop');
    expect(far(race('rmsprop'))).toBeLessThan(0.1);
    expect(far(race('adagrad'))).toBeGreaterThan(1);
    expect(right('rmsprop')).toBe('RMSprop');
  });

  it('the one that divides by the size of the gradient leaves the saddle first', () => {
    const race = runsOf('saddle-escape');
    const left = ['sgd', 'momentum', 'rmsprop'].map((id) => {
      const y = race(id).columns['y'] ?? [];
      const step = y.findIndex((value) => Math.abs(value) > 0.5);
      return step < 0 ? Infinity : step;
    });
    expect(left.indexOf(Math.min(...left))).toBe(2);
    expect(right('saddle-escape')).toBe('RMSprop');
    // Momentum, whose way from the ridge grows from step to step, would pass it later.
    const [sgd = NaN, momentum = NaN, rmsprop = NaN] = ['sgd', 'momentum', 'rmsprop'].map((id) =>
      Math.abs(at(race(id), 'y', race(id).steps)),
    );
    expect(sgd).toBeLessThan(0.01);
    expect(rmsprop).toBeGreaterThan(3 * momentum);
  });

  it('ends with everybody on the map who does not diverge, so that the last picture shows them', () => {
    const outside = lessons
      .filter(({ scene }) => scene['view'] === undefined)
      .flatMap(({ id }) => {
        replaceScene({ lesson: id });
        const { scene, runs } = runsStore.getState();
        const [x0, x1, y0, y1] = surfaceIn(scene).domain;
        const isOn = (run: Run): boolean => {
          const [x, y] = [at(run, 'x', run.steps), at(run, 'y', run.steps)];
          return x >= x0 && x <= x1 && y >= y0 && y <= y1;
        };
        return runs.filter((run) => run.status !== 'diverged' && !isOn(run)).map((run) => `${id}: ${run.id}`);
      });
    expect(outside).toEqual([]);
  });

  it('a rising mu lengthens the steps along the floor', () => {
    const run = runsOf('mu-rises')('momentum');
    const length = (step: number): number =>
      Math.hypot(at(run, 'x', step + 1) - at(run, 'x', step), at(run, 'y', step + 1) - at(run, 'y', step));
    const lengths = [50, 150, 250, 350, 450, 550].map(length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect((lengths.at(-1) ?? 0) / (lengths[0] ?? 1)).toBeGreaterThan(10);
  });

  it('rates: slow, divergent, and 0.92 a step', () => {
    const slow = runsOf('rate-small')('sgd');
    expect(far(slow)).toBeGreaterThan(2);
    expect(runsOf('rate-large')('sgd').status).toBe('diverged');
    const best = runsOf('rate-right')('sgd');
    for (const column of ['x', 'y'])
      expect(Math.abs(at(best, column, 1) / at(best, column, 0))).toBeCloseTo(12 / 13, 2);
  });

  it('the start’s luck: not all end in the same minimum', () => {
    const race = runsOf('basins');
    const ends = ['sgd', 'momentum', 'adam'].map((id) => {
      const run = race(id);
      return `${Math.round(at(run, 'x', run.steps))},${Math.round(at(run, 'y', run.steps))}`;
    });
    expect(new Set(ends).size).toBeGreaterThan(1);
  });

  it('inputs 1000 times as large leave the intercept where it was; standardised, both arrive', () => {
    const raw = runsOf('scale-raw')('sgd');
    expect(at(raw, 'y', raw.steps)).toBeCloseTo(2, 2);
    expect(runsOf('scale-standardised')('sgd').status).toBe('converged');
  });

  it('the gradients that the graphs ask for', () => {
    const gradients = (lesson: LessonId): Record<string, number> => {
      const { program, inputs } = programIn(readScene({ lesson }).scene);
      const circuit = programCircuit(program);
      const trace = traceOf(circuit, inputs);
      return Object.fromEntries(
        circuit.gates.flatMap((gate, i) => gate.names.map((name) => [name, trace.gradients[i] ?? NaN] as const)),
      );
    };
    expect(gradients('chain-rule')).toMatchObject({ a: 2, b: Number(right('chain-rule')) });
    expect(gradients('gates')).toMatchObject({ x: -8, y: 6, z: 2, w: 0 });
  });
});
