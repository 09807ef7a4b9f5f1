import { count, type Held, isBefore, type Job, shareOf, type SweepNews, type Wanted } from './job.ts';
import { cut, placeRegion, runsIn, type Spots } from './lattice.ts';
import type { Backend, SweepAnswer, SweepOrder } from './messages.ts';
import { drawnAtOnce, partsIn, type Piece, piecesOf, runsInBand } from './pieces.ts';
import type { SweepPlan } from './plan.ts';
import { Refinement } from './refinement.ts';
import type { Port } from './port.ts';
import { type Later, serveSweeps } from './serve.ts';

export type SweepPort = Port<SweepOrder, SweepAnswer>;

/** Makes maps in parts, coarse to fine, on other threads. */
export interface SweepPool {
  /** Begins a map; `tell` is called later, for each part, until the last or until the returned function drops the map. */
  make(wanted: Wanted, tell: (news: SweepNews) => void): () => void;
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

/** Orders that a thread has waiting, so that it never waits for the page. */
const ahead = 2;

/**
 * A pool of threads for maps: `threads` with the kernel, and one more for the graphics card. What the card does not take,
 * the kernel makes. Where there are no threads to be had, the kernel works on this one, piece by piece.
 *
 * @param open undefined, or throws, where there is no other thread to be had
 * @param drawn pixels of a map that are drawn at once, 0 where the kernel is better; asked when a map is to be drawn
 */
export function sweepPool(
  open: (backend: Backend) => SweepPort | undefined,
  threads: number,
  later: Later,
  drawn = (plan: SweepPlan): number => drawnAtOnce(false, plan),
): SweepPool {
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
    if (job.told === 0 && job.held.length === 0) job.refinement = undefined;
    job.pieces = rest.flatMap(({ level, work }) =>
      cut(work.region, runsInBand(job.plan)).map((region) => ({ level, work: { backend: 'worker' as const, region } })),
    );
    count(job, rest, -1);
    count(job, job.pieces, 1);
  };

  /** Has the kernel make some pixels after all else. */
  const refine = (job: Job, spots: Spots): void => {
    const level = partsIn(job.plan).length;
    const pieces = cut(spots, runsInBand(job.plan)).map((region) => ({
      level,
      work: { backend: 'worker' as const, region },
    }));
    job.pieces.push(...pieces);
    count(job, pieces, 1);
    job.refined += runsIn(spots);
  };

  const hear = (answer: SweepAnswer): void => {
    const found = under.get(answer.order);
    under.delete(answer.order);
    found?.worker.orders.delete(answer.order);
    if (found !== undefined && jobs.includes(found.job)) take(answer, found);
    next();
  };

  /** Has the kernel make what float32 cannot tell, once all of it is found; until then the job is open. */
  const seek = (job: Job, refinement: Refinement): void => {
    const level = partsIn(job.plan).length;
    const seeking = refinement.doubtful();
    const isFound = (): boolean => {
      const { done, value } = seeking.next();
      if (done !== true) return false;
      job.open[level] = (job.open[level] as number) - 1;
      refine(job, value);
      return true;
    };
    const goOn = (): void => {
      if (!jobs.includes(job)) return;
      if (!isFound()) return later(goOn);
      if (job.refined === 0) {
        end(job);
        job.tell({ region: { pixels: new Uint32Array(0) }, share: 1, backend: job.backend });
      }
      next();
    };
    job.open[level] = 1;
    if (!isFound()) later(goOn);
  };

  /** Tells what may be told by now. */
  const tellOf = (job: Job): void => {
    const { refinement, open } = job;
    const level = open.findIndex((left) => left > 0);
    const isDue = ({ piece }: Held): boolean => level < 0 || piece.level <= level;
    const due = job.held.filter(isDue).sort((a, b) => a.piece.level - b.piece.level);
    job.held = job.held.filter((each) => !isDue(each));
    for (const { piece, cells } of due) placeRegion(job.cells, job.plan.size, piece.work.region, cells);
    if (level < 0 && job.refined === 0 && refinement !== undefined) seek(job, refinement);
    for (const { piece } of due)
      if (refinement !== undefined && 'pixels' in piece.work.region) refine(job, refinement.beside(piece.work.region));
    due.forEach(({ piece: { work } }, i) => {
      if (!jobs.includes(job)) return;
      job.told += runsIn(work.region);
      job.share = i < due.length - 1 ? job.share : Math.max(job.share, shareOf(job));
      job.tell({ region: work.region, share: job.share, backend: job.backend });
    });
    if (open.every((left) => left === 0)) end(job);
  };

  const take = (answer: SweepAnswer, { job, piece }: Under): void => {
    if ('cells' in answer) {
      job.open[piece.level] = (job.open[piece.level] as number) - 1;
      job.held.push({ piece, cells: answer.cells });
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
      if (lost.piece.work.backend === 'gpu') turnToKernel(lost.job, [lost.piece, ...lost.job.pieces]);
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

  /** A thread that can take an order of a job. What is made anew after the card leaves a core to the page. */
  const idle = (backend: Backend, job: Job): Worker | undefined => {
    const most = backend === 'gpu' || isHere ? 1 : job.backend === 'gpu' ? Math.max(1, threads - 1) : threads;
    const own = workers.filter((worker) => worker.backend === backend).slice(0, most);
    const free = own.filter(({ orders }) => orders.size < ahead).sort((a, b) => a.orders.size - b.orders.size)[0];
    if (own.length < most && (free === undefined || free.orders.size > 0)) return opened(backend) ?? free;
    return free;
  };

  const nextOf = (backend: Backend): Job | undefined => {
    let first: Job | undefined;
    for (const job of jobs)
      if (job.pieces[0]?.work.backend === backend && (first === undefined || isBefore(job, first))) first = job;
    return first;
  };

  const next = (): void => {
    for (const backend of ['gpu', 'worker'] as const)
      for (let job = nextOf(backend); job !== undefined; job = nextOf(backend)) {
        const worker = idle(backend, job);
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
        worker.port.send({ order: orders, job: job.id, plan: job.plan, work: piece.work });
      }
  };

  return {
    make({ plan, backend, cells, urgent, isExact = false }, tell) {
      ids += 1;
      const pixels = backend === 'gpu' && hasGpu && plan.settings.interventions === undefined ? drawn(plan) : 0;
      const used = pixels > 0 ? 'gpu' : 'worker';
      const pieces = piecesOf(plan, used, pixels);
      const runs = pieces.reduce((sum, { work }) => sum + runsIn(work.region), 0);
      const refinement = used === 'gpu' ? new Refinement(cells, plan.size, plan.settings.steps, isExact) : undefined;
      const progress = { pieces, runs, told: 0, refined: 0, share: 0, open: [], held: [], refinement };
      const job: Job = {
        id: ids,
        plan,
        cells,
        backend: used,
        isExact,
        tell,
        ...progress,
        ...(urgent === true ? { urgent } : {}),
      };
      count(job, pieces, 1);
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
