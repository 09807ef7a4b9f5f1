import { describe, expect, it } from 'vitest';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { axisQuantities, wholeAxis } from '../../src/state/maps/axes.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { type Cells, classes, emptyCells } from '../../src/sweep/cells.ts';
import { KernelSweep, sweep } from '../../src/sweep/kernelSweep.ts';
import { runsIn } from '../../src/sweep/lattice.ts';
import type { Backend, SweepAnswer, SweepOrder } from '../../src/sweep/messages.ts';
import type { SweepPlan } from '../../src/sweep/plan.ts';
import type { SweepNews } from '../../src/sweep/job.ts';
import { sweepPool, type SweepPort } from '../../src/sweep/pool.ts';
import { type PassSweep, serveSweeps } from '../../src/sweep/serve.ts';

const scene: Scene = { ...initialScene('himmelblau'), steps: 30 };
const runner = scene.optimizers[0] as Scene['optimizers'][0];
const quantities = axisQuantities(scene, runner);
const planOn = (size: readonly [number, number]): SweepPlan =>
  planOf(scene, runner, {
    axes: [wholeAxis(quantities, 'start.x'), wholeAxis(quantities, 'start.y')],
    size,
    steps: 30,
    tolerance: 0.005,
  });

/** Work that waits until it is asked for, so that a test decides what happens when. */
class Turns {
  private readonly waiting: (() => void)[] = [];
  readonly later = (work: () => void): void => void this.waiting.push(work);
  run(most = Infinity): void {
    for (let done = 0; done < most && this.waiting.length > 0; done += 1) this.waiting.shift()?.();
  }
}

/** A thread that lives here. */
const threadOn = (
  turns: Pick<Turns, 'later'>,
  gpu: () => PassSweep | undefined,
): SweepPort & { orders: SweepOrder[]; fail(): void } => {
  let hear: (answer: SweepAnswer) => void = () => {};
  let fail = (): void => {};
  const orders: SweepOrder[] = [];
  const serve = serveSweeps(turns.later, (answer) => hear(answer), gpu);
  return {
    orders,
    send(order) {
      orders.push(order);
      serve(order);
    },
    listen(listener, failed) {
      [hear, fail] = [listener, failed];
    },
    close: () => {},
    fail: () => fail(),
  };
};

const made = (plan: SweepPlan) => {
  const cells = emptyCells(plan.size[0] * plan.size[1]);
  const news: SweepNews[] = [];
  return { cells, news, tell: (one: SweepNews): void => void news.push(one) };
};

const shares = (news: readonly SweepNews[]): number[] => news.flatMap((one) => ('share' in one ? one.share : []));
const usedBy = (news: readonly SweepNews[]) => [
  ...new Set(news.flatMap((one) => ('backend' in one ? one.backend : []))),
];

const expectSame = (cells: Cells, plan: SweepPlan): void => {
  const whole = sweep(plan);
  expect(cells).toEqual(whole);
};

describe('the pool', () => {
  it.each([1, 3])('makes a map on %i threads, coarse first', (threads) => {
    const turns = new Turns();
    const opened: Backend[] = [];
    const pool = sweepPool(
      (backend) => {
        opened.push(backend);
        return threadOn(turns, () => undefined);
      },
      threads,
      turns.later,
    );
    const plan = planOn([90, 80]);
    const { cells, news, tell } = made(plan);
    pool.make({ plan, backend: 'worker', cells }, tell);
    turns.run();
    expect(opened).toEqual(Array(threads).fill('worker'));
    expect(shares(news)).toEqual([...shares(news)].sort((a, b) => a - b));
    expect(shares(news).at(-1)).toBe(1);
    expectSame(cells, plan);
  });

  it('turns to the kernel where there is no graphics card, or where it does not take a map', () => {
    const plan = planOn([90, 80]);
    const refusing: PassSweep = {
      run() {
        throw new Error('too large');
      },
    };
    for (const gpu of [undefined, refusing]) {
      const turns = new Turns();
      const pool = sweepPool(() => threadOn(turns, () => gpu), 2, turns.later);
      const { cells, news, tell } = made(plan);
      pool.make({ plan, backend: 'gpu', cells }, tell);
      turns.run();
      expect(usedBy(news)).toEqual(['worker']);
      expectSame(cells, plan);
    }
  });

  it('makes anew in float64 what the graphics card cannot tell, and nothing else', () => {
    const plan = planOn([90, 80]);
    const exact = new KernelSweep(plan);
    const rounded: PassSweep = {
      *run(_, part) {
        yield undefined;
        const cells = exact.run(part);
        // Now and then a run ends otherwise, as in float32 near a boundary.
        for (let at = 5; at < cells.class.length; at += 97) cells.class[at] = 1 - (cells.class[at] as number);
        return cells;
      },
    };
    const turns = new Turns();
    const pool = sweepPool(() => threadOn(turns, () => rounded), 2, turns.later);
    const { cells, news, tell } = made(plan);
    pool.make({ plan, backend: 'gpu', cells }, tell);
    turns.run();
    expect(usedBy(news)).toEqual(['gpu']);
    expect(shares(news)).toEqual([...shares(news)].sort((a, b) => a - b));
    expect(shares(news).filter((share) => share === 1)).toHaveLength(1);
    expectSame(cells, plan);
    const pixels = news.flatMap((one) => ('region' in one && 'pixels' in one.region ? [...one.region.pixels] : []));
    expect(new Set(pixels).size).toBe(pixels.length);
    expect(pixels.length).toBeLessThan((90 * 80) / 2);
  });

  it('makes every run anew in float64 where all has to be exact', () => {
    const plan = planOn([90, 80]);
    const exact = new KernelSweep(plan);
    // Of the same outcome everywhere, but settled a step later, as in float32 here and there.
    const rounded: PassSweep = {
      *run(_, part) {
        yield undefined;
        const cells = exact.run(part);
        for (let at = 0; at < cells.class.length; at += 1)
          if (cells.class[at] === 0 && at % 3 === 0) cells.steps[at] = (cells.steps[at] as number) + 1;
        return cells;
      },
    };
    for (const isExact of [true, false]) {
      const turns = new Turns();
      const pool = sweepPool(() => threadOn(turns, () => rounded), 2, turns.later);
      const { cells, news, tell } = made(plan);
      pool.make({ plan, backend: 'gpu', cells, isExact }, tell);
      turns.run();
      expect(shares(news)).toEqual([...shares(news)].sort((a, b) => a - b));
      expect(shares(news).filter((share) => share === 1)).toHaveLength(1);
      if (isExact) expectSame(cells, plan);
      else expect(cells.steps).not.toEqual(sweep(plan).steps);
    }
  });

  it('makes anew what overflowed, whatever it was taken for', () => {
    const plan = planOn([40, 30]);
    const overflowing: PassSweep = {
      *run(_, part) {
        yield undefined;
        const cells = emptyCells(runsIn(part));
        cells.class.fill(classes.indexOf('undefined'));
        return cells;
      },
    };
    const turns = new Turns();
    const pool = sweepPool(() => threadOn(turns, () => overflowing), 2, turns.later);
    const { cells, tell } = made(plan);
    pool.make({ plan, backend: 'gpu', cells }, tell);
    turns.run();
    expectSame(cells, plan);
  });

  it('looks for boundaries in a large map a part at a time, and ends where there are none, or where it is dropped', () => {
    const long = planOn([400, 300]);
    const whole = { ...long, settings: { ...long.settings, steps: 6 } };
    const plain = { ...whole, axes: whole.axes.map((axis) => ({ ...axis, from: 1, to: 1.001 })) as never };
    for (const plan of [whole, plain]) {
      const exact = new KernelSweep(plan);
      const drawing: PassSweep = {
        *run(_, part) {
          yield undefined;
          return exact.run(part);
        },
      };
      const turns = new Turns();
      const pool = sweepPool(() => threadOn(turns, () => drawing), 1, turns.later);
      const [{ cells, news, tell }, dropped] = [made(plan), made(plan)];
      pool.make({ plan, backend: 'gpu', cells }, tell);
      turns.run();
      expect(shares(news).filter((share) => share === 1)).toHaveLength(1);
      expect(shares(news).at(-1)).toBe(1);
      expectSame(cells, plan);

      const drop = pool.make({ plan, backend: 'gpu', cells: dropped.cells }, dropped.tell);
      const drawn = plan.size[0] * plan.size[1];
      const told = () => dropped.news.reduce((sum, one) => sum + ('region' in one ? runsIn(one.region) : 0), 0);
      while (told() < drawn) turns.run(1);
      const before = dropped.news.length;
      drop();
      turns.run();
      expect(dropped.news).toHaveLength(before);
    }
  });

  it('works on its own thread where there is no other', () => {
    const turns = new Turns();
    const pool = sweepPool(
      () => {
        throw new Error('no threads');
      },
      2,
      turns.later,
    );
    const plan = planOn([70, 70]);
    const { cells, tell } = made(plan);
    pool.make({ plan, backend: 'gpu', cells }, tell);
    turns.run();
    expectSame(cells, plan);
  });

  it('makes elsewhere what a thread had under way when it broke', () => {
    const turns = new Turns();
    const threads: ReturnType<typeof threadOn>[] = [];
    const pool = sweepPool(
      () => {
        const thread = threadOn(turns, () => undefined);
        threads.push(thread);
        return thread;
      },
      2,
      turns.later,
    );
    const plan = planOn([90, 80]);
    const { cells, news, tell } = made(plan);
    pool.make({ plan, backend: 'worker', cells }, tell);
    turns.run(1);
    threads[0]?.fail();
    turns.run();
    expect(shares(news).at(-1)).toBe(1);
    expectSame(cells, plan);
  });

  it('says nothing more of a map that was dropped, and goes on with the next', () => {
    const turns = new Turns();
    const pool = sweepPool(() => threadOn(turns, () => undefined), 1, turns.later);
    const [dropped, kept] = [made(planOn([300, 300])), made(planOn([66, 66]))];
    const drop = pool.make({ plan: planOn([300, 300]), backend: 'worker', cells: dropped.cells }, dropped.tell);
    turns.run(1);
    const told = dropped.news.length;
    drop();
    pool.make({ plan: planOn([66, 66]), backend: 'worker', cells: kept.cells }, kept.tell);
    turns.run();
    expect(dropped.news).toHaveLength(told);
    expect(shares(kept.news).at(-1)).toBe(1);
  });

  it('says nothing more of a map that is dropped as it tells, though finer parts have waited for a coarser one', () => {
    const plan = planOn([90, 80]);
    for (let last = 1; last <= 4; last += 1) {
      const waiting: (() => void)[] = [];
      const later = (work: () => void): void => void waiting.push(work);
      const pool = sweepPool(() => threadOn({ later }, () => undefined), 3, later);
      const { cells, news } = made(plan);
      const drop = pool.make({ plan, backend: 'worker', cells }, (one) => void (news.push(one) === last && drop()));
      while (waiting.length > 0) waiting.pop()?.();
      expect(news).toHaveLength(last);
    }
  });

  it('lets an urgent map go first, and tells why one cannot be made', () => {
    const turns = new Turns();
    const pool = sweepPool(() => threadOn(turns, () => undefined), 1, turns.later);
    const order: string[] = [];
    pool.make({ plan: planOn([400, 400]), backend: 'worker', cells: emptyCells(400 * 400) }, (news) => {
      if ('share' in news && news.share === 1) order.push('large');
    });
    pool.make({ plan: planOn([256, 1]), backend: 'worker', cells: emptyCells(256), urgent: true }, () =>
      order.push('urgent'),
    );
    turns.run();
    expect(order).toEqual(['urgent', 'large']);
    const plan = planOn([4, 4]);
    const { cells, news, tell } = made(plan);
    const broken = { ...plan, settings: { ...plan.settings, rule: { ...plan.settings.rule, formula: 'x = x +' } } };
    pool.make({ plan: broken, backend: 'worker', cells }, tell);
    turns.run();
    expect(news).toHaveLength(1);
    expect(news[0]).toHaveProperty('failure');
  });
});
