import { bandsOf, type Part, partsOf, runsIn } from './lattice.ts';
import type { Cells } from './cells.ts';
import type { Backend, SweepAnswer, SweepOrder } from './messages.ts';
import type { SweepPlan } from './plan.ts';
import { type Later, serveSweeps } from './serve.ts';

/** The way to another thread. */
export interface SweepPort {
  send(order: SweepOrder): void;
  /** `fail` is called where the other thread cannot be started or breaks. */
  listen(hear: (answer: SweepAnswer) => void, fail: () => void): void;
  close(): void;
}

/** What is told of a map under way. */
export type SweepNews =
  | {
      readonly part: Part;
      readonly cells: Cells;
      /** Runs that have been made, of all; 1 with the last part. */
      readonly share: number;
      /** Where this part was made. */
      readonly backend: Backend;
    }
  | { readonly failure: string };

/** Makes maps in parts, coarse to fine, on other threads. */
export interface SweepPool {
  /** Begins a map; `tell` is called later, for each part, until the last or until the returned function drops the map. */
  make(wanted: Wanted, tell: (news: SweepNews) => void): () => void;
}

export interface Wanted {
  readonly plan: SweepPlan;
  readonly backend: Backend;
  /** True where it goes before what is not: a strip, which has to follow a drag. */
  readonly urgent?: boolean;
}

interface Piece {
  readonly level: number;
  readonly part: Part;
}

interface Job extends Omit<Wanted, 'backend'> {
  readonly id: number;
  backend: Backend;
  readonly tell: (news: SweepNews) => void;
  pieces: Piece[];
  readonly runs: number;
  /** Runs that have been told of. */
  told: number;
  /** Pieces of each level that are still to be made. */
  readonly open: number[];
  /** Cells that wait until every coarser level is told: a coarse block must not cover finer pixels. */
  held: Held[];
}

interface Held {
  readonly piece: Piece;
  readonly cells: Cells;
  readonly backend: Backend;
}

interface Under {
  readonly job: Job;
  readonly piece: Piece;
  readonly worker: Worker;
}

interface Worker {
  readonly port: SweepPort;
  readonly backend: Backend;
  readonly orders: Set<number>;
}

/** Steps of a band: as many as are made in some tens of milliseconds, so that a drop is heard soon. */
const stepsInBand = 600_000;
/** Orders that a thread has waiting, so that it never waits for the page. */
const ahead = 2;

const piecesOf = ({ size: [width, height], settings }: SweepPlan, backend: Backend): Piece[] =>
  partsOf(width, height).flatMap((part, level) => {
    const parts = backend === 'gpu' ? [part] : bandsOf(part, stepsInBand / (settings.steps + 20));
    return parts.map((each) => ({ level, part: each }));
  });

/** Whether a job's next piece goes first. */
const isBefore = (one: Job, other: Job): boolean => {
  const [a, b] = [one.urgent === true, other.urgent === true];
  if (a !== b) return a;
  const [level, against] = [one, other].map(({ pieces }) => pieces[0]?.level ?? Infinity) as [number, number];
  return level !== against ? level < against : one.id < other.id;
};

/**
 * A pool of threads for maps: `threads` with the kernel, and one more for the graphics card. What the card does not take,
 * the kernel makes. Where there are no threads to be had, the kernel works on this one, piece by piece.
 *
 * @param open undefined, or throws, where there is no other thread to be had
 */
export function sweepPool(open: (backend: Backend) => SweepPort | undefined, threads: number, later: Later): SweepPool {
  const jobs: Job[] = [];
  const under = new Map<number, Under>();
  const workers: Worker[] = [];
  let [orders, ids] = [0, 0];
  let hasGpu = true;
  let isHere = false;

  const here = (): SweepPort => {
    let hear: (answer: SweepAnswer) => void = () => {};
    const serve = serveSweeps(
      later,
      (answer) => hear(answer),
      () => undefined,
    );
    return { send: serve, listen: (listener) => (hear = listener), close: () => {} };
  };

  const end = (job: Job): void => {
    const at = jobs.indexOf(job);
    if (at >= 0) jobs.splice(at, 1);
  };

  const turnToKernel = (job: Job, rest: readonly Piece[]): void => {
    job.backend = 'worker';
    const steps = stepsInBand / (job.plan.settings.steps + 20);
    job.pieces = rest.flatMap(({ level, part }) => bandsOf(part, steps).map((each) => ({ level, part: each })));
    for (const { level } of rest) job.open[level] = (job.open[level] as number) - 1;
    for (const { level } of job.pieces) job.open[level] = (job.open[level] as number) + 1;
  };

  const hear = (answer: SweepAnswer): void => {
    const found = under.get(answer.order);
    under.delete(answer.order);
    found?.worker.orders.delete(answer.order);
    if (found !== undefined && jobs.includes(found.job)) take(answer, found);
    next();
  };

  /** Tells what may be told by now. */
  const tellOf = (job: Job): void => {
    const level = job.open.findIndex((left) => left > 0);
    const isDue = ({ piece }: Held): boolean => level < 0 || piece.level <= level;
    const due = job.held.filter(isDue).sort((a, b) => a.piece.level - b.piece.level);
    job.held = job.held.filter((each) => !isDue(each));
    if (level < 0) end(job);
    for (const { piece, cells, backend } of due) {
      job.told += runsIn(piece.part);
      job.tell({ part: piece.part, cells, share: job.told / job.runs, backend });
    }
  };

  const take = (answer: SweepAnswer, { job, piece }: Under): void => {
    if ('cells' in answer) {
      job.open[piece.level] = (job.open[piece.level] as number) - 1;
      job.held.push({ piece, cells: answer.cells, backend: job.backend });
      tellOf(job);
    } else if ('refused' in answer) turnToKernel(job, [piece, ...job.pieces]);
    else {
      end(job);
      job.tell({ failure: answer.failure });
    }
  };

  /** A thread that broke: what it had under way is made elsewhere. */
  const fail = (worker: Worker): void => {
    if (!workers.includes(worker)) return;
    workers.splice(workers.indexOf(worker), 1);
    worker.port.close();
    if (worker.backend === 'gpu') hasGpu = false;
    else isHere = true;
    for (const order of worker.orders) {
      const lost = under.get(order);
      under.delete(order);
      if (lost === undefined || !jobs.includes(lost.job)) continue;
      if (worker.backend === 'gpu') turnToKernel(lost.job, [lost.piece, ...lost.job.pieces]);
      else lost.job.pieces.unshift(lost.piece);
    }
    next();
  };

  const opened = (backend: Backend): Worker | undefined => {
    let port: SweepPort | undefined;
    try {
      port = isHere && backend === 'worker' ? here() : open(backend);
    } catch {
      port = undefined;
    }
    if (port === undefined && backend === 'worker') {
      isHere = true;
      port = here();
    }
    if (port === undefined) return undefined;
    const worker: Worker = { port, backend, orders: new Set() };
    port.listen(hear, () => fail(worker));
    workers.push(worker);
    return worker;
  };

  /** A thread that can take an order. */
  const idle = (backend: Backend): Worker | undefined => {
    const own = workers.filter((worker) => worker.backend === backend);
    const most = backend === 'gpu' || isHere ? 1 : threads;
    const free = own.filter(({ orders }) => orders.size < ahead).sort((a, b) => a.orders.size - b.orders.size)[0];
    if (own.length < most && (free === undefined || free.orders.size > 0)) return opened(backend) ?? free;
    return free;
  };

  const nextOf = (backend: Backend): Job | undefined => {
    let first: Job | undefined;
    for (const job of jobs)
      if (job.backend === backend && job.pieces.length > 0 && (first === undefined || isBefore(job, first)))
        first = job;
    return first;
  };

  const next = (): void => {
    for (const backend of ['gpu', 'worker'] as const)
      for (let job = nextOf(backend); job !== undefined; job = nextOf(backend)) {
        const worker = idle(backend);
        if (worker === undefined && backend === 'gpu' && (!hasGpu || workers.every((each) => each.backend !== 'gpu'))) {
          hasGpu = false;
          turnToKernel(job, job.pieces);
          continue;
        }
        if (worker === undefined) break;
        const piece = job.pieces.shift() as Piece;
        orders += 1;
        under.set(orders, { job, piece, worker });
        worker.orders.add(orders);
        worker.port.send({ order: orders, job: job.id, backend, plan: job.plan, part: piece.part });
      }
  };

  return {
    make({ plan, backend, urgent }, tell) {
      ids += 1;
      const used = backend === 'gpu' && hasGpu && plan.settings.interventions === undefined ? 'gpu' : 'worker';
      const pieces = piecesOf(plan, used);
      const runs = pieces.reduce((sum, { part }) => sum + runsIn(part), 0);
      const open = pieces.reduce<number[]>((counts, { level }) => {
        counts[level] = (counts[level] ?? 0) + 1;
        return counts;
      }, []);
      const order = urgent === true ? { urgent } : {};
      const job: Job = { id: ids, plan, backend: used, tell, pieces, runs, told: 0, open, held: [], ...order };
      jobs.push(job);
      next();
      return () => {
        end(job);
        for (const [order, { job: of, worker }] of under) {
          if (of !== job) continue;
          worker.port.send({ drop: order });
          under.delete(order);
          worker.orders.delete(order);
        }
        next();
      };
    },
  };
}
