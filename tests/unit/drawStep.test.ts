import { describe, expect, test } from 'vitest';
import { curvatureAt } from '../../src/engine/curvature.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { inspectStep } from '../../src/engine/inspect.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { stateKinds } from '../../src/engine/stateKind.ts';
import { type StepPicture, stepPicture } from '../../src/engine/stepPicture.ts';
import { ruleOf, type RuleId } from '../../src/optimizers/catalog.ts';
import { type Arrow, arrowAlong, type Pixel, type Plot } from '../../src/scene/geometry/arrow.ts';
import { drawCurvature } from '../../src/scene/geometry/drawCurvature.ts';
import { compressed, drawStep } from '../../src/scene/geometry/drawStep.ts';
import type { Drawing, InkNote, MarkKind } from '../../src/scene/geometry/inkMarks.ts';
import { spokesOf, halfNote, linesOf, noteBeside } from '../../src/scene/geometry/note.ts';

const picture = (id: RuleId, n: number, change: Partial<Settings> = {}, variant = 'default'): StepPicture => {
  const { formula, variants, state, hyper } = ruleOf(id);
  const values = Object.fromEntries(Object.entries(hyper).map(([name, { initial }]) => [name, initial]));
  const { lr: _, mu = 0, ...own } = values as { lr: number; mu?: number } & Record<string, number>;
  const rule = { formula: variants[variant]?.formula ?? formula, state, hyper: Object.keys(own), values: own };
  const settings: Settings = {
    loss: { formula: 'x^2 + 10*y^2', params: [], values: {} },
    rule,
    lr: 0.02,
    mu,
    schedule: { formula: 'lr', values: {} },
    muSchedule: { formula: 'mu', values: {} },
    start: [3, 1],
    steps: 20,
    seed: 1,
    noise: 0,
    domain: [-4, 4, -4, 4],
    minima: undefined,
    ...change,
  };
  const run = simulate(id, settings);
  return stepPicture(inspectStep(settings, run, n), run, stateKinds(rule, values));
};

const sized = (picture: StepPicture) =>
  Object.fromEntries(picture.vectors.map(({ kind, name = '', from, x, y }) => [kind + name, { from, x, y }]));

describe('what is drawn of a step', () => {
  test('of plain descent: −∇f at the point before it, and the step', () => {
    const { vectors, before, after, ahead, sizes } = picture('sgd', 1);
    expect(vectors.map(({ kind }) => kind)).toEqual(['gradient', 'step']);
    const { gradient, step } = sized(picture('sgd', 1));
    expect(gradient).toEqual({ from: { x: 3, y: 1 }, x: -6, y: -20 });
    expect(step).toEqual({ from: before, x: after.x - before.x, y: after.y - before.y });
    expect([ahead, sizes]).toEqual([[], []]);
  });

  test('of momentum: the velocity from where it stands, a memory of gradients turned round', () => {
    const own = sized(picture('momentum', 2));
    expect(own['velocityv']?.from).toBeUndefined();
    expect(own['velocityv']?.x).toBeCloseTo(own['step']?.x as number, 15);
    const torch = sized(picture('momentum', 2, {}, 'pytorch'));
    expect(Math.sign(torch['memoryv']?.x as number)).toBe(Math.sign(torch['step']?.x as number));
  });

  test('of look-ahead: the gradient is that of the look-ahead point', () => {
    const { ahead, vectors, before } = picture('nesterov', 3, {}, 'lookahead');
    const gradient = vectors.find(({ kind }) => kind === 'gradient');
    expect(ahead).toHaveLength(1);
    expect(ahead[0]).not.toEqual(before);
    expect(gradient?.from).toEqual(ahead[0]);
    expect(gradient?.x).toBe(-2 * (ahead[0]?.x as number));
  });

  test('with noise: both gradients, at the same point', () => {
    const { gradient, exact } = sized(picture('sgd', 1, { noise: 0.5 }));
    expect(exact).toEqual({ from: { x: 3, y: 1 }, x: -6, y: -20 });
    expect(gradient?.from).toEqual(exact?.from);
    expect(gradient?.x).not.toBe(exact?.x);
  });

  test('of squares: shares of the largest so far, which x and y have together', () => {
    expect(picture('adagrad', 20).sizes).toEqual([{ name: 'cache', x: expect.any(Number) as number, y: 1 }]);
    expect(picture('rmsprop', 1).sizes[0]).toEqual({ name: 'cache', x: 36 / 400, y: 1 });
    const late = picture('rmsprop', 20).sizes[0];
    expect(late?.y).toBeLessThan(1);
    expect(picture('adam', 5).sizes.map(({ name }) => name)).toEqual(['v']);
  });
});

const plot: Plot = {
  scaleX: 50,
  scaleY: 50,
  place: (x, y) => ({ x: 200 + 50 * x, y: 200 - 50 * y }),
  spacing: Infinity,
  bounds: [-4, -4, 4, 4],
  room: [0, 0, 400, 400],
};
const em = 10;
const kinds = ({ marks }: Drawing): MarkKind[] => marks.map(({ kind }) => kind);
const pointsOf = (d = ''): number[][] =>
  d
    .replace('Z', '')
    .slice(1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number));

describe('a step on the screen', () => {
  const drawn = (shown: StepPicture): Drawing => drawStep(shown, plot, shown.after, { x: 3, y: 1 }, em, String);

  test('the step is the path’s own segment, up to the marker', () => {
    const shown = picture('sgd', 1, { lr: 0.09 });
    const { d, head } = drawn(shown).marks.find(({ kind }) => kind === 'step') ?? {};
    expect(pointsOf(d)[0]).toEqual([350, 150]);
    const [tipX = 0, tipY = 0] = pointsOf(head)[0] ?? [];
    const end = plot.place(shown.after.x, shown.after.y) as { x: number; y: number };
    expect(Math.hypot(end.x - tipX, end.y - tipY)).toBeCloseTo(0.75 * 0.62 * em, 1);
    expect((tipX - 350) * (end.y - 150)).toBeCloseTo((tipY - 150) * (end.x - 350), -1);
  });

  test('the gradient points down in true direction, with its size beside it', () => {
    const { marks, notes } = drawn(picture('sgd', 1));
    const { d, head } = marks.find(({ kind }) => kind === 'gradient') ?? {};
    const [[fromX = 0, fromY = 0] = [], [tipX = 0, tipY = 0] = []] = [pointsOf(d)[0], pointsOf(head)[0]];
    expect([fromX, fromY]).toEqual([350, 150]);
    expect((tipY - fromY) / (tipX - fromX)).toBeCloseTo(-20 / 6, 1);
    expect(Math.hypot(tipX - fromX, tipY - fromY)).toBeCloseTo(compressed(Math.hypot(6, 20)) * em, 1);
    expect(notes.map(({ text }) => text)).toEqual([String(Math.hypot(6, 20))]);
  });

  test('the number is there too when the step has led out of sight', () => {
    const { notes } = drawStep(picture('sgd', 1), plot, { x: 1e307, y: 1 }, { x: 3, y: 1 }, em, String);
    expect(notes).toHaveLength(1);
  });

  describe('the number beside a gradient', () => {
    const wide = [-500, -500, 500, 500] as const;
    const directions = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
    const arrowTo = (angle: number, length: number): Arrow =>
      arrowAlong(
        { points: [0, length].map((far) => ({ x: far * Math.cos(angle), y: far * Math.sin(angle) })), isWhole: true },
        6,
      ) as Arrow;
    /** Whether a note lies on a line, which is looked at pixel by pixel. */
    const covers = (note: InkNote | undefined, angle: number, length: number): boolean => {
      const { width, height } = halfNote(note?.text ?? '');
      return Array.from({ length: length + 1 }, (_, far) => [far * Math.cos(angle), far * Math.sin(angle)]).some(
        ([x = NaN, y = NaN]) =>
          Math.abs(x - (note?.x ?? NaN)) < width * em && Math.abs(y - (note?.y ?? NaN)) < height * em,
      );
    };

    test.each(directions)('is beyond its tip, near it, at %f', (angle) => {
      const arrow = arrowTo(angle, 40);
      const note = noteBeside(arrow, '0.5273', em, linesOf(arrow), wide);
      expect(covers(note, angle, 40)).toBe(false);
      const { x = NaN, y = NaN } = note ?? {};
      expect(Math.atan2(y - 40 * Math.sin(angle), x - 40 * Math.cos(angle))).toBeCloseTo(
        Math.atan2(Math.sin(angle), Math.cos(angle)),
        9,
      );
      expect(covers(note, angle, 60)).toBe(true);
    });

    test.each(directions)('leaves a longer arrow free that goes the same way, at %f', (angle) => {
      for (const apart of [-0.2, -0.05, 0, 0.05, 0.2]) {
        const [arrow, longer] = [arrowTo(angle, 40), arrowTo(angle + apart, 70)];
        const note = noteBeside(arrow, '0.5273', em, [arrow, longer].flatMap(linesOf), wide);
        expect([covers(note, angle, 40), covers(note, angle + apart, 70)]).toEqual([false, false]);
      }
    });
  });

  test.each([0, 1, 2, 3])(
    'the number beside a gradient at the edge of the picture stays in it, and off the arrow: side %i',
    (side) => {
      const [across, down] = [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][side] as [number, number];
      const arrow = arrowAlong(
        { points: [0, 40].map((far) => ({ x: 200 + across * far, y: 200 + down * far })), isWhole: true },
        6,
      ) as Arrow;
      const room = [160, 160, 240, 240] as const;
      const { x, y, text } = noteBeside(arrow, '0.5273', em, linesOf(arrow), room) as InkNote;
      const { width, height } = halfNote(text);
      expect([x - width * em >= 160, y - height * em >= 160, x + width * em <= 240, y + height * em <= 240]).toEqual([true, true, true, true]); // prettier-ignore
      const lies = Array.from({ length: 41 }, (_, far) => Math.abs(200 + across * far - x) < width * em && Math.abs(200 + down * far - y) < height * em); // prettier-ignore
      expect(lies).not.toContain(true);
    },
  );

  test('the number beside a gradient leaves markers free', () => {
    const arrow = arrowAlong({ points: [0, 40].map((x) => ({ x, y: 0 })), isWhole: true }, 6) as Arrow;
    const isFree = (lines: readonly (readonly Pixel[])[]): boolean => {
      const { x, y, text } = noteBeside(arrow, '0.5273', em, lines, [-500, -500, 500, 500]) as InkNote;
      const { width, height } = halfNote(text);
      const beside = Math.hypot(Math.max(0, Math.abs(x - 60) - width * em), Math.max(0, Math.abs(y) - height * em));
      return beside > 5;
    };
    expect(isFree(linesOf(arrow))).toBe(false);
    expect(isFree([...linesOf(arrow), ...spokesOf({ x: 60, y: 0 }, 6)])).toBe(true);
  });

  test('lengths grow with the logarithm, within limits', () => {
    expect(compressed(10) - compressed(1)).toBeCloseTo(0.75, 12);
    expect([compressed(1e-30), compressed(1e30)]).toEqual([1.8, 6.5]);
  });

  test('a zero vector, and a step too short to be seen, draw nothing', () => {
    const still = picture('momentum', 1, { start: [0, 0] });
    expect(kinds(drawn(still))).toEqual([]);
    expect(kinds(drawn(picture('sgd', 1, { lr: 1e-6 })))).toEqual(['gradient']);
  });

  test('the look-ahead point is a ring that a line leads to', () => {
    expect(kinds(drawn(picture('nesterov', 3, { lr: 0.05 }, 'lookahead')))).toEqual([
      'leads',
      'lookahead',
      'gradient',
      'velocity',
      'step',
    ]);
  });

  test('bars stand on the side that arrows leave free, and fill up to their shares', () => {
    const shown = picture('adam', 1);
    const { marks } = drawn(shown);
    const bars = marks.filter(({ kind }) => kind === 'size').map(({ d }) => pointsOf(d));
    const heights = bars.map(([bottom, top]) => (bottom?.[1] as number) - (top?.[1] as number));
    expect(heights[1]).toBeCloseTo(15, 1);
    expect(heights[0]).toBeCloseTo((15 * 36) / 400, 1);
    const marker = plot.place(shown.after.x, shown.after.y)?.x as number;
    expect(bars.every((corners) => corners.every(([x = 0]) => x > marker + 0.62 * em))).toBe(true);
  });

  test('a step that leaves the map has no head there', () => {
    const { d, head } = drawn(picture('sgd', 1, { lr: 1e6 })).marks.find(({ kind }) => kind === 'step') ?? {};
    expect(head).toBeUndefined();
    expect(
      pointsOf(d)
        .flat()
        .every((value) => value >= 0 && value <= 400),
    ).toBe(true);
  });
});

describe('the cross of curvature', () => {
  const cross = (formula: string): { kind: MarkKind; dx: number; dy: number }[] =>
    drawCurvature(curvatureAt(fieldOf(formula, []), {}, 0, 0), { x: 0, y: 0 }, plot, em).marks.map(({ kind, d }) => {
      const points = pointsOf(d);
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [points[0], points.at(-1)];
      return { kind, dx: bx - ax, dy: ay - by };
    });

  test('the flatter way is longer, in proportion to 1/√|λ|', () => {
    const [steep, flat] = cross('x^2 + 4*y^2');
    expect([Math.abs(steep?.dx ?? 1), Math.abs(flat?.dy ?? 1)]).toEqual([0, 0]);
    expect(Math.abs(flat?.dx ?? 0)).toBeCloseTo(84, 1);
    expect(Math.abs(steep?.dy ?? 0)).toBeCloseTo(42, 1);
  });

  test('it turns with the surface, and the way down is dashed', () => {
    const [up, down] = cross('x*y');
    expect([up?.kind, down?.kind]).toEqual(['upward', 'downward']);
    expect(up?.dx).toBeCloseTo(up?.dy ?? 0, 1);
    expect(down?.dx).toBeCloseTo(-(down?.dy ?? 0), 1);
  });

  test('lengths have limits, and what has no curvature has no cross', () => {
    const [steep, flat] = cross('x^2');
    expect(Math.abs(flat?.dy ?? 0)).toBeCloseTo(84, 1);
    expect(Math.abs(steep?.dx ?? 0)).toBeCloseTo(27, 1);
    expect(cross('x + y')).toEqual([]);
    expect(cross('log(x)')).toEqual([]);
  });
});
