import { type Measure, measured } from '../measures.ts';
import type { Run, Status } from '../run.ts';
import { copied, type Settings, simulateInPlace } from '../simulate.ts';
import { type Density, DensityBuilder } from './density.ts';
import { type Band, BandBuilder, placeOf, type Share, type Spread, spreadOf } from './quantiles.ts';

/** What a fan is made of: one optimizer's run, to be repeated with other draws of the noise. */
export interface FanSettings {
  readonly id: string;
  /** Of the first run; the others differ in their seed alone. */
  readonly settings: Settings;
  /** How many runs. */
  readonly seeds: number;
  /** The measure whose band is wanted. */
  readonly measure: Measure;
}

/** An optimizer's runs with seeds seed, seed + 1, …, in what is told and drawn of them. */
export interface Fan {
  readonly id: string;
  readonly seeds: number;
  /**
   * The runs at 10%, 50% and 90% of the order by final loss. They are runs that happened: a median of each coordinate
   * can lie where no run ever was, on the ridge between two valleys for one.
   */
  readonly paths: Readonly<Record<Share, Run>>;
  /** The loss after the last step; Infinity for a run that had no number left by then. */
  readonly finalLoss: Spread;
  /** How many runs ended how. */
  readonly outcomes: Readonly<Record<Status, number>>;
  /** How many runs settled at each of the surface's minima. */
  readonly settled: readonly number[];
  readonly measure: Measure;
  readonly band: Band;
  readonly density: Density;
}

/** Seeds are whole numbers below 2³²; after the last comes 0. */
export const seedAt = (first: number, place: number): number => (first + place) % 2 ** 32;

/** The loss at the end of a run, by which runs are put in order: one that ended early has none, and comes last. */
const finalLossOf = ({ steps, columns }: Run, wanted: number): number => {
  const loss = steps === wanted ? (columns['loss'] as Float64Array)[steps] : Infinity;
  return Number.isFinite(loss) ? (loss as number) : Infinity;
};

/** Places by loss, ascending; equal ones by place. Infinity − Infinity is no number, and leaves the place to decide. */
const placesInOrder = (losses: Float64Array): number[] =>
  Array.from(losses, (_, place) => place).sort((a, b) => (losses[a] as number) - (losses[b] as number) || a - b);

/** Columns of their own in one buffer: those of a run in place are written on, and cannot be sent away. */
const detached = (run: Run): Run => ({ ...run, columns: copied(run.columns, run.steps + 1) });

/** A fan under way: one run at a time, so that whoever makes it can do something else in between. */
export class FanBuilder {
  private readonly wanted: FanSettings;
  private readonly losses: Float64Array;
  private readonly band: BandBuilder;
  private readonly density: DensityBuilder;
  private readonly outcomes: Record<Status, number> = { undefined: 0, diverged: 0, converged: 0, budget: 0 };
  private readonly settled: number[];
  private done = 0;

  constructor(wanted: FanSettings) {
    this.wanted = wanted;
    const { settings, seeds } = wanted;
    this.losses = new Float64Array(seeds);
    this.band = new BandBuilder(settings.steps + 1, seeds);
    this.density = new DensityBuilder(settings.domain);
    this.settled = (settings.minima ?? []).map(() => 0);
  }

  /** The run at a place, until the next is made. */
  private run(place: number): Run {
    const { id, settings } = this.wanted;
    return simulateInPlace(id, { ...settings, seed: seedAt(settings.seed, place) });
  }

  /** Goes on by one run, or once all are made by a piece of the band; whether there is more. Throws as `simulate` does. */
  advance(): boolean {
    const { settings, seeds, measure } = this.wanted;
    if (this.done === seeds) return this.band.advance();
    const run = this.run(this.done);
    const { x, y } = run.columns as { x: Float64Array; y: Float64Array };
    this.losses[this.done] = finalLossOf(run, settings.steps);
    this.band.add(this.done, measured(measure, run, settings.minima ?? []));
    this.density.add(x, y, run.steps);
    this.outcomes[run.status] += 1;
    if (run.minimum >= 0) this.settled[run.minimum] = (this.settled[run.minimum] as number) + 1;
    this.done += 1;
    return true;
  }

  /**
   * The fan, once nothing is left to do. The three runs that are shown whole are made again: keeping all of them would
   * take hundreds of megabytes.
   */
  take(): Fan {
    const { id, seeds, measure } = this.wanted;
    const { losses, outcomes, settled } = this;
    const order = placesInOrder(losses);
    const path = (share: Share): Run => detached(this.run(order[placeOf(share, seeds)] as number));
    return {
      id,
      seeds,
      paths: { low: path('low'), median: path('median'), high: path('high') },
      finalLoss: spreadOf(losses),
      outcomes,
      settled,
      measure,
      band: this.band.band,
      density: this.density.take(),
    };
  }
}
