import { buildExpression } from '../formula/build.ts';
import { FormulaError } from '../formula/errors.ts';
import { Graph, type Node, reachable } from '../formula/graph.ts';
import type { LoopColumn } from '../formula/loop.ts';
import { assignedNames } from '../formula/names.ts';
import type { Operation } from '../formula/operations.ts';
import { parse } from '../formula/parse.ts';
import { substitute } from '../formula/substitute.ts';
import type { Expression, Program } from '../formula/syntax.ts';
import { fieldOf } from './field.ts';

/** What an update rule is to the compiler: its text, and what its names mean. */
export interface RuleProgram {
  readonly formula: string;
  /** Names that keep their value from step to step and start at 0. */
  readonly state: readonly string[];
  /** Hyperparameters besides lr and mu: fixed during a run. */
  readonly hyper: readonly string[];
}

/** What a loss is to the compiler. */
export interface LossProgram {
  readonly formula: string;
  readonly params: readonly string[];
}

/** Names that every rule is given: the parameter, its gradient, lr and mu after their schedules, the step from 1. */
export const givenNames = ['x', 'g', 'lr', 'mu', 't'] as const;

export const hyperInput = (name: string): string => `h.${name}`;

/** One step of a rule on a loss, as a graph: the columns that a loop records, and what it must be given. */
export interface Step {
  readonly outputs: readonly LoopColumn[];
  /** Input columns that hold base^t, a running product, by the node of their base. */
  readonly powers: ReadonlyMap<string, Node>;
  /** Gradients that the rule itself asks for per step. */
  readonly evaluations: number;
}

/** A graph in which base^t is an input column where base is fixed during a run: a pow per step would halve Adam's speed. */
class StepGraph extends Graph {
  readonly powers = new Map<string, Node>();

  override op(op: Operation, ...args: Node[]): Node {
    const [base, exponent] = args;
    const isPower = op === 'pow' && exponent?.op === 'input' && exponent.name === 't';
    if (!isPower || base === undefined || !isFixed(base)) return super.op(op, ...args);
    const name = `power.${base.id}`;
    this.powers.set(name, base);
    return this.input(name);
  }
}

const isFixed = (base: Node): boolean =>
  reachable([base]).every((node) => node.op !== 'input' || (node.name as string).startsWith(hyperInput('')));

const axes = ['x', 'y'] as const;
type Axis = (typeof axes)[number];
type Both<T> = Readonly<Record<Axis, T>>;

/** A rule asks for at most this many gradients by grad(…), each of which instantiates the whole loss. */
const gradLimit = 8;

/** Builds one step: the state of the walk through a rule's statements, for both coordinates together. */
class StepBuilder {
  readonly graph = new StepGraph();
  private gradients = 0;
  private readonly gradNodes = new Map<Expression, Both<Node>>();
  private readonly env: Both<Map<string, Node>>;
  private readonly program: Program;
  private readonly loss: LossProgram;
  private readonly noisy: boolean;

  constructor(loss: LossProgram, rule: RuleProgram, noisy: boolean) {
    this.loss = loss;
    this.noisy = noisy;
    this.program = parse(rule.formula);
    checkNames(this.program, rule);
    this.env = { x: this.start('x', rule), y: this.start('y', rule) };
    for (const { name, value } of this.program.statements) {
      const result = this.evaluate(value, false);
      if (name !== undefined) for (const axis of axes) this.env[axis].set(name, result[axis]);
    }
  }

  private start(axis: Axis, rule: RuleProgram): Map<string, Node> {
    const input = (name: string): Node => this.graph.input(name);
    return new Map([
      ['x', input(axis)],
      ['g', this.withNoise(axis, input(`g${axis}`))],
      ...['lr', 'mu', 't'].map((name) => [name, input(name)] as const),
      ...rule.hyper.map((name) => [name, input(hyperInput(name))] as const),
      ...rule.state.map((name) => [name, input(`${name}.${axis}`)] as const),
    ]);
  }

  private withNoise(axis: Axis, g: Node): Node {
    return this.noisy ? this.graph.op('add', g, this.graph.input(`n${axis}`)) : g;
  }

  /** f, ∂f/∂x and ∂f/∂y at a point given as nodes. */
  fieldAt(point: Both<Node>): [Node, Node, Node] {
    const { value, gx, gy } = fieldOf(this.loss.formula, this.loss.params);
    return substitute(this.graph, [value, gx, gy], new Map(Object.entries(point))) as [Node, Node, Node];
  }

  private evaluate(expression: Expression, inGrad: boolean): Both<Node> {
    const along = (axis: Axis): Node =>
      buildExpression(this.graph, this.program, expression, this.env[axis], (argument) => {
        if (inGrad) throw new FormulaError({ code: 'gradNested' }, this.program.text, argument.span);
        return this.gradAt(argument)[axis];
      });
    return { x: along('x'), y: along('y') };
  }

  /** ∇f at the point that `argument` gives for each coordinate, with the step's noise. */
  private gradAt(argument: Expression): Both<Node> {
    const known = this.gradNodes.get(argument);
    if (known !== undefined) return known;
    this.gradients += 1;
    if (this.gradients > gradLimit)
      throw new FormulaError({ code: 'gradCount', limit: gradLimit }, this.program.text, argument.span);
    const [, gx, gy] = this.fieldAt(this.evaluate(argument, true));
    const made = { x: this.withNoise('x', gx), y: this.withNoise('y', gy) };
    this.gradNodes.set(argument, made);
    return made;
  }

  /** The nodes that a name has for x and for y after the last statement. */
  final(name: string): Both<Node> {
    return { x: this.env.x.get(name) as Node, y: this.env.y.get(name) as Node };
  }

  /** Gradients per step: one for g where an update depends on it, and one for each grad(…). */
  evaluations(updates: readonly Node[]): number {
    const usesGiven = reachable(updates).some((node) => node.name === 'gx' || node.name === 'gy');
    return this.gradients + (usesGiven ? 1 : 0);
  }
}

const checkNames = (program: Program, rule: RuleProgram): void => {
  const all = { offset: 0, length: program.text.length };
  for (const name of [...rule.state, ...rule.hyper])
    if ((givenNames as readonly string[]).includes(name))
      throw new FormulaError({ code: 'reserved', name }, program.text, all);
  if (!assignedNames(program).includes('x')) throw new FormulaError({ code: 'noUpdate' }, program.text, all);
};

/**
 * One step as a graph: the rule's statements in order for both coordinates together, then f and ∇f at the new point,
 * which the next step starts from. `grad(e)` is ∇f at the point (e for x, e for y). Throws FormulaError.
 */
export function buildStep(loss: LossProgram, rule: RuleProgram, noisy: boolean): Step {
  const builder = new StepBuilder(loss, rule, noisy);
  const carried = (name: string, node: Node): LoopColumn => ({ name, node, carried: true });
  const position = builder.final('x');
  const [value, gx, gy] = builder.fieldAt(position);
  const state = rule.state.flatMap((name) => axes.map((axis) => carried(`${name}.${axis}`, builder.final(name)[axis])));
  return {
    outputs: [
      carried('x', position.x),
      carried('y', position.y),
      { name: 'loss', node: value, carried: false },
      carried('gx', gx),
      carried('gy', gy),
      ...state,
    ],
    powers: builder.graph.powers,
    evaluations: builder.evaluations([position.x, position.y, ...state.map((column) => column.node)]),
  };
}
