import { buildExpression } from '../formula/build.ts';
import { FormulaError } from '../formula/errors.ts';
import { type Node, reachable } from '../formula/graph.ts';
import type { LoopColumn } from '../formula/loop.ts';
import { assignedNames } from '../formula/names.ts';
import { parse } from '../formula/parse.ts';
import { substitute } from '../formula/substitute.ts';
import { type Expression, type Program, type Statement, walk } from '../formula/syntax.ts';
import { batchGradient, type BatchProgram } from './batch.ts';
import { fieldOf } from './field.ts';
import { hyperInput, StepGraph } from './powers.ts';

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
  /** Where the rule is given the gradient of a mini-batch. */
  readonly batch?: BatchProgram;
}

/** Names that every rule is given: the parameter, its gradient, lr and mu after their schedules, the step from 1. */
export const givenNames = ['x', 'g', 'lr', 'mu', 't'] as const;

/** One statement of a rule as the step computes it. */
export interface StepStatement {
  readonly statement: Statement;
  readonly value: Both<Node>;
  /** What the names in it stand for when it runs; constants such as pi are not among them. */
  readonly names: ReadonlyMap<string, Both<Node>>;
}

/** A gradient that the rule asks for. */
export interface StepGradient {
  /** Where `grad(…)` takes it; undefined for g, the gradient at the point before the step. */
  readonly argument: Expression | undefined;
  readonly point: Both<Node>;
  /** ∇f there. */
  readonly exact: Both<Node>;
  /** ∇f, or the gradient of the step's batch, with the step's noise: what the rule gets. */
  readonly given: Both<Node>;
}

/** One step of a rule on a loss, as a graph: the columns that a loop records, and what it must be given. */
export interface Step {
  readonly outputs: readonly LoopColumn[];
  /** Input columns that hold base^t, a running product, by the node of their base. */
  readonly powers: ReadonlyMap<string, Node>;
  /** The rule's statements in order, for reading: the outputs are made of the same nodes. */
  readonly statements: readonly StepStatement[];
  /** The gradients that the rule itself asks for per step: g first, where an update depends on it. */
  readonly gradients: readonly StepGradient[];
  /** How many they are. */
  readonly evaluations: number;
}

export const axes = ['x', 'y'] as const;
export type Axis = (typeof axes)[number];
/** The same thing for both coordinates. */
export type Both<T> = Readonly<Record<Axis, T>>;

/** A rule asks for at most this many gradients by grad(…), each of which instantiates the whole loss. */
export const gradLimit = 8;

/** Builds one step: the state of the walk through a rule's statements, for both coordinates together. */
class StepBuilder {
  readonly graph = new StepGraph();
  readonly statements: StepStatement[] = [];
  private readonly gradients = new Map<Expression, StepGradient>();
  private readonly env: Both<Map<string, Node>>;
  private readonly program: Program;
  private readonly loss: LossProgram;
  private readonly noisy: boolean;
  /** ∂/∂x and ∂/∂y of the step's batch at x and y, where there are batches. */
  private readonly ofBatch: readonly [Node, Node] | undefined;

  constructor(loss: LossProgram, rule: RuleProgram, noisy: boolean) {
    this.loss = loss;
    this.noisy = noisy;
    this.ofBatch = loss.batch && batchGradient(loss.batch, loss.params);
    this.program = parse(rule.formula);
    checkNames(this.program, rule);
    this.env = { x: this.start('x', rule), y: this.start('y', rule) };
    for (const statement of this.program.statements) {
      const value = this.evaluate(statement.value, false);
      this.statements.push({ statement, value, names: this.namesIn(statement.value) });
      if (statement.name !== undefined) for (const axis of axes) this.env[axis].set(statement.name, value[axis]);
    }
  }

  private namesIn(expression: Expression): Map<string, Both<Node>> {
    const found = new Map<string, Both<Node>>();
    walk(expression, (part) => {
      if (part.kind === 'name' && this.env.x.has(part.name)) found.set(part.name, this.named(part.name));
    });
    return found;
  }

  private start(axis: Axis, rule: RuleProgram): Map<string, Node> {
    const input = (name: string): Node => this.graph.input(name);
    const g = this.ofBatch === undefined ? input(`g${axis}`) : this.batchAt({ x: input('x'), y: input('y') })[axis];
    return new Map([
      ['x', input(axis)],
      ['g', this.withNoise(axis, g)],
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
        return this.gradAt(argument).given[axis];
      });
    return { x: along('x'), y: along('y') };
  }

  /** ∇f at the point that `argument` gives for each coordinate, with the step's noise. */
  private gradAt(argument: Expression): StepGradient {
    const known = this.gradients.get(argument);
    if (known !== undefined) return known;
    if (this.gradients.size === gradLimit)
      throw new FormulaError({ code: 'gradCount', limit: gradLimit }, this.program.text, argument.span);
    const point = this.evaluate(argument, true);
    const [, gx, gy] = this.fieldAt(point);
    const made = this.gradient(argument, point, { x: gx, y: gy });
    this.gradients.set(argument, made);
    return made;
  }

  /** The gradient of the step's batch at a point. */
  private batchAt(point: Both<Node>): Both<Node> {
    const [x, y] = substitute(this.graph, this.ofBatch ?? [], new Map(Object.entries(point))) as [Node, Node];
    return { x, y };
  }

  private gradient(argument: Expression | undefined, point: Both<Node>, exact: Both<Node>): StepGradient {
    const { x, y } = this.ofBatch === undefined ? exact : this.batchAt(point);
    return { argument, point, exact, given: { x: this.withNoise('x', x), y: this.withNoise('y', y) } };
  }

  /** The nodes that a name has for x and for y now: after the last statement, once all are walked. */
  named(name: string): Both<Node> {
    return { x: this.env.x.get(name) as Node, y: this.env.y.get(name) as Node };
  }

  /** The gradients of a step: g where an update depends on it, and that of each grad(…). */
  gradientsOf(updates: readonly Node[]): StepGradient[] {
    const input = (name: string): Node => this.graph.input(name);
    const point = { x: input('x'), y: input('y') };
    const first = this.gradient(undefined, point, { x: input('gx'), y: input('gy') });
    return [...(this.usesGiven(first, updates) ? [first] : []), ...this.gradients.values()];
  }

  /** Whether an update depends on g. A batch's may be the same nodes as a grad(x), so that a statement has to name it too. */
  private usesGiven({ given }: StepGradient, updates: readonly Node[]): boolean {
    const used = reachable(updates);
    if (this.ofBatch === undefined) return used.some((node) => node.name === 'gx' || node.name === 'gy');
    const isNamed = this.statements.some(({ names }) => names.get('g')?.x === given.x);
    return isNamed && used.some((node) => node === given.x || node === given.y);
  }
}

/** Throws FormulaError where a rule's own names are given ones, or where it does not update x. */
export const checkNames = (program: Program, rule: RuleProgram): void => {
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
  const position = builder.named('x');
  const [value, gx, gy] = builder.fieldAt(position);
  const state = rule.state.flatMap((name) => axes.map((axis) => carried(`${name}.${axis}`, builder.named(name)[axis])));
  const gradients = builder.gradientsOf([position.x, position.y, ...state.map((column) => column.node)]);
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
    statements: builder.statements,
    gradients,
    evaluations: gradients.length,
  };
}
