import { hyperInput } from '../engine/powers.ts';
import type { RuleProgram } from '../engine/step.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import { interpret } from '../formula/interpret.ts';
import { argsLength, type Kernel, type Loop } from '../formula/loop.ts';
import type { Mistake } from './mistakes.ts';
import { Network } from './network.ts';
import { elementwise, gradColumn, pointColumn } from './rule.ts';
import { layersOf, type NetworkShape, parameterCount } from './shape.ts';

/** An update rule with the values of its hyperparameters besides lr and mu. */
export interface LearningRule extends RuleProgram {
  readonly values: Readonly<Record<string, number>>;
}

/** What a learner keeps from step to step. */
export interface LearnerState {
  /** x and then the rule's state, one number per parameter each. */
  readonly columns: readonly Float64Array[];
  /** Steps taken. */
  readonly steps: number;
  /** base^steps for each base that the rule has. */
  readonly powers: readonly number[];
}

/** How many numbers a column of the rule's loops takes: whole cache lines. */
const columnLength = (parameters: number): number => Math.ceil(parameters / 8) * 8;

/**
 * A network and the rule that trains it, in one memory: the rule's loops, from the formula that the playground compiles
 * too, run over the flat parameters and their gradient where these are. `resume` takes a state into that memory, `rest`
 * copies it out; in between no other network may be used.
 */
export class Learner {
  readonly network: Network;
  /** Index of the parameters in the memory, and of their gradient after a step. */
  readonly x: number;
  readonly g: number;
  private readonly rule: LearningRule;
  private readonly looks: readonly { readonly kernel: Kernel; readonly gradient: number }[];
  private readonly update: Kernel;
  private readonly kept: readonly number[];
  private readonly point: number;
  private readonly bases: readonly number[];
  private readonly usesGradient: boolean;
  private powers: number[] = [];
  private steps = 0;

  /** `capacity`: most samples of a batch. Throws FormulaError for what is no rule, RangeError for what is no network. */
  constructor(
    shape: NetworkShape,
    rule: LearningRule,
    capacity: number,
    { compile = compileLoop, mistakes = [] as readonly Mistake[] } = {},
  ) {
    const { looks, update, powers, usesGradient } = elementwise(rule);
    const rows = columnLength(parameterCount(layersOf(shape)));
    const first = argsLength(update);
    const index = (column: string): number => first + rows * update.inputs.indexOf(column);
    this.network = new Network(shape, capacity, first + rows * update.inputs.length, mistakes);
    const compiled = (loop: Loop): Kernel => compile(loop, { offset: 0, rows }, this.network.kernels.memory);
    this.rule = rule;
    this.looks = looks.map((loop, k) => ({ kernel: compiled(loop), gradient: index(gradColumn(k)) }));
    this.update = compiled(update);
    this.usesGradient = usesGradient;
    this.kept = ['x', ...rule.state].map(index);
    [this.x, this.g, this.point] = [index('x'), index('g'), index(pointColumn)];
    this.bases = interpret([...powers.values()], this.hyper);
  }

  private get hyper(): Record<string, number> {
    return Object.fromEntries(this.rule.hyper.map((name) => [hyperInput(name), this.rule.values[name] ?? NaN]));
  }

  /** The state before the first step. */
  begin(parameters: Float64Array): LearnerState {
    const columns = this.kept.map((_, i) => (i === 0 ? parameters.slice() : new Float64Array(parameters.length)));
    return { columns, steps: 0, powers: this.bases.map(() => 1) };
  }

  resume({ columns, steps, powers }: LearnerState): void {
    columns.forEach((column, i) => this.network.kernels.doubles.set(column, this.kept[i]));
    this.update.args.set([0, 0, 0, ...powers, ...Object.values(this.hyper)]);
    this.steps = steps;
    this.powers = [...powers];
  }

  rest(): LearnerState {
    const { doubles } = this.network.kernels;
    const columns = this.kept.map((at) => doubles.slice(at, at + this.network.parameters));
    return { columns, steps: this.steps, powers: [...this.powers] };
  }

  /** One step on the batch that the network has loaded. Returns the loss before it. */
  step(lr: number, mu: number): number {
    const { network, x, g } = this;
    const { args } = this.update;
    this.steps += 1;
    args[0] = lr;
    args[1] = mu;
    args[2] = this.steps;
    for (let i = 0; i < this.bases.length; i += 1)
      args[3 + i] = this.powers[i] = (this.powers[i] as number) * (this.bases[i] as number);
    const loss = this.usesGradient ? network.gradient(x, g) : network.loss(x);
    for (const { kernel, gradient } of this.looks) {
      kernel.run(0, network.parameters);
      network.gradient(this.point, gradient);
    }
    this.update.run(0, network.parameters);
    return loss;
  }
}
