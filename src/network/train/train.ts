import type { Dataset } from '../data/dataset.ts';
import { Learner, type LearnerState } from '../learner.ts';
import { mistakenData, mistakenRate } from '../mistakes.ts';
import { shuffled, stream } from '../random.ts';
import { fresh, isPlateau, type Patience, scheduled, waited } from './decay.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { copied, emptyHistory, type History } from './history.ts';
import { type Measures, measured } from './measures.ts';
import type { TrainSpec } from './spec.ts';
import { startOf } from './start.ts';

/** Where a training is: enough to go on from there, and plain data, so that it can be sent and kept. */
export interface Snapshot {
  readonly learner: LearnerState;
  /** Epochs done, and steps done in the one that has begun. */
  readonly epoch: number;
  readonly step: number;
  readonly patience: Patience;
  readonly history: History;
  /** The step, from 1, after which a number was not finite; the parameters are those before it. */
  readonly divergedAt?: number;
}

/** Rows that are run through a network at once where that is not a step of training. */
const evaluated = 512;

/** A sum is finite only where all of its numbers are; numbers so large that their sum is not are as good as lost. */
const allFinite = (numbers: Float64Array): boolean => {
  let sum = 0;
  for (let i = 0; i < numbers.length; i += 1) sum += numbers[i] as number;
  return Number.isFinite(sum);
};

/**
 * A training that goes on when it is told to. However its steps are divided among calls, the same spec gives the same
 * numbers. Between two calls everything is here, so that several can take turns in one thread.
 */
export class Training {
  readonly spec: TrainSpec;
  private readonly data: Dataset;
  private readonly learner: Learner;
  private readonly parameters: Float64Array;
  private readonly before: Float64Array;
  private readonly batch: number;
  private readonly lr: number;
  private now: Snapshot;

  /** Begins, or goes on from a snapshot of a training with the same spec. Throws FormulaError or RangeError. */
  constructor(spec: TrainSpec, from?: Snapshot) {
    const { shape, rule, seed, split } = spec;
    const mistakes = spec.mistakes ?? [];
    const rows = split.train.length;
    this.spec = spec;
    this.data = mistakenData(spec.data, mistakes, seed);
    this.lr = mistakenRate(spec.lr, mistakes);
    this.batch = spec.batch === 'full' ? rows : Math.min(spec.batch, rows);
    const most = Math.max(rows, split.validation.length, split.test.length);
    this.learner = new Learner(shape, rule, Math.max(this.batch, Math.min(evaluated, most)), { mistakes });
    const { network, x } = this.learner;
    this.parameters = network.kernels.doubles.subarray(x, x + network.parameters);
    this.before = new Float64Array(network.parameters);
    this.now = from === undefined ? this.begun() : { ...from, history: copied(from.history) };
  }

  /** Steps that an epoch has. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.spec.split.train.length / this.batch);
  }

  /** Everything there is to know; it does not change when the training goes on. */
  get snapshot(): Snapshot {
    return { ...this.now, history: copied(this.now.history) };
  }

  /** Epochs done. */
  get epoch(): number {
    return this.now.epoch;
  }

  /** The parameters as they are, to be read and not kept. */
  get current(): Float64Array {
    return this.now.learner.columns[0] as Float64Array;
  }

  /** See `Snapshot`. */
  get divergedAt(): number | undefined {
    return this.now.divergedAt;
  }

  /** What is known after each epoch; it grows as the training goes on. */
  get history(): History {
    return this.now.history;
  }

  private begun(): Snapshot {
    const learner = this.learner.begin(startOf(this.spec));
    const { layers } = this.learner.network;
    this.learner.resume(learner);
    const history = emptyHistory(layers.length);
    this.record(history, this.rate(0, fresh));
    return { learner, epoch: 0, step: 0, patience: fresh, history };
  }

  private rate(epoch: number, { factor }: Patience): number {
    const { decay } = this.spec;
    return isPlateau(decay) ? this.lr * factor : scheduled(decay, 'lr', this.lr, epoch);
  }

  private evaluateNow(rows: Int32Array): Evaluation {
    return evaluate(this.learner.network, this.learner.x, this.data, rows);
  }

  /** Adds an entry to the history; returns the score on validation. */
  private record(history: History, lr: number): number {
    const { train, validation } = this.spec.split;
    const [fit, check] = [this.evaluateNow(train), this.evaluateNow(validation)];
    history.trainLoss.push(fit.loss);
    history.trainScore.push(fit.score);
    history.validationLoss.push(check.loss);
    history.validationScore.push(check.score);
    history.lr.push(lr);
    const ratios = this.ratiosTo(this.parameters);
    history.ratios.forEach((list, layer) => list.push(ratios[layer] as number));
    return check.score;
  }

  /** ‖Δw‖/‖w‖ of the last step that was made here, per layer, w its weights; NaN where they were 0. */
  get ratios(): number[] {
    return this.ratiosTo(this.now.learner.columns[0] as Float64Array);
  }

  private ratiosTo(after: Float64Array): number[] {
    return this.learner.network.layers.map(({ weights, biases }) => {
      let [moved, size] = [0, 0];
      for (let i = weights; i < biases; i += 1) {
        moved += ((after[i] as number) - (this.before[i] as number)) ** 2;
        size += (this.before[i] as number) ** 2;
      }
      return size === 0 ? NaN : Math.sqrt(moved / size);
    });
  }

  /**
   * Makes so many steps, and an entry in the history at the end of each epoch; `told` gets the loss of each step's batch
   * before it, with its L2 term. Returns how many were made: fewer where a number stopped being finite, none after that.
   */
  advance(steps: number, told?: (loss: number) => void): number {
    if (this.now.divergedAt !== undefined) return 0;
    const { learner, parameters, before, spec } = this;
    const { train } = spec.split;
    const perEpoch = this.stepsPerEpoch;
    let { epoch, step, patience } = this.now;
    let divergedAt: number | undefined;
    let order = train;
    let [lr, mu] = [0, 0];
    let made = 0;
    const openEpoch = (): void => {
      lr = this.rate(epoch, patience);
      mu = scheduled(spec.muSchedule, 'mu', spec.mu, epoch);
      if (this.batch < train.length) order = shuffledRows(train, spec.seed, epoch);
      else learner.network.load(this.data, train, 0, train.length);
    };
    learner.resume(this.now.learner);
    openEpoch();
    for (; made < steps; made += 1) {
      const first = step * this.batch;
      if (this.batch < train.length)
        learner.network.load(this.data, order, first, Math.min(this.batch, train.length - first));
      before.set(parameters);
      const loss = learner.step(lr, mu);
      told?.(loss);
      step += 1;
      if (!Number.isFinite(loss) || !allFinite(parameters)) {
        parameters.set(before);
        divergedAt = epoch * perEpoch + step;
        break;
      }
      if (step < perEpoch) continue;
      const score = this.record(this.now.history, lr);
      if (isPlateau(spec.decay)) patience = waited(patience, spec.decay, score);
      epoch += 1;
      step = 0;
      openEpoch();
    }
    const { history } = this.now;
    this.now = { learner: learner.rest(), epoch, step, patience, history, ...(divergedAt ? { divergedAt } : {}) };
    return made;
  }

  /** Loss and score on some rows, such as `spec.split.test`. */
  evaluate(rows: Int32Array): Evaluation {
    this.learner.resume(this.now.learner);
    return this.evaluateNow(rows);
  }

  /** Activations and gradients per layer on some of the samples that are trained on. */
  measure(): Measures[] {
    const { network, x, g } = this.learner;
    const { train } = this.spec.split;
    this.learner.resume(this.now.learner);
    network.load(this.data, train, 0, Math.min(train.length, network.capacity));
    return measured(network, x, g);
  }
}

const shuffledRows = (rows: Int32Array, seed: number, epoch: number): Int32Array =>
  shuffled(rows.length, stream(seed, 'batches', epoch)).map((i) => rows[i] as number);
