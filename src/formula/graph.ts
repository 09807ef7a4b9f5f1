import { apply, type Operation } from './operations.ts';

/** One node of a computational graph. Nodes are made before the nodes that use them, so ids are a topological order. */
export interface Node {
  readonly id: number;
  readonly op: Operation | 'constant' | 'input';
  readonly args: readonly Node[];
  /** Operations on the longest way from an input or a constant. */
  readonly depth: number;
  /** The number, where op is 'constant'. */
  readonly value?: number;
  /** The name, where op is 'input'. */
  readonly name?: string;
}

const commutative: ReadonlySet<string> = new Set(['add', 'mul']);
const largestProduct = 4;

/**
 * A hash-consed computational graph: the same operation on the same nodes is the same node, so shared sub-expressions
 * are shared by construction. Constants fold, exactly; x + 0, x − 0, 1·x, x/1, x + −y, −x·y, −(−x), x^1 and x^0 simplify,
 * which changes no value but the sign of a zero; 0·x stays, because it is not 0 where x is infinite.
 */
export class Graph {
  private readonly nodes = new Map<string, Node>();
  private count = 0;

  private intern(key: string, make: Omit<Node, 'id' | 'depth'>): Node {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const depth = make.args.reduce((most, { depth: below }) => Math.max(most, below + 1), 0);
    const node = { id: this.count, depth, ...make };
    this.count += 1;
    this.nodes.set(key, node);
    return node;
  }

  /** How many nodes there are. */
  get size(): number {
    return this.count;
  }

  constant(value: number): Node {
    const key = Object.is(value, -0) ? '#-0' : `#${value}`;
    return this.intern(key, { op: 'constant', args: [], value });
  }

  input(name: string): Node {
    return this.intern(`$${name}`, { op: 'input', args: [], name });
  }

  /** The node of an operation on nodes of this graph: folded, simplified or shared where that is exact. */
  op(op: Operation, ...args: Node[]): Node {
    if (args.every((node) => node.op === 'constant'))
      return this.constant(
        apply(
          op,
          args.map((node) => node.value as number),
        ),
      );
    const simpler = this.simplify(op, args);
    if (simpler !== undefined) return simpler;
    if (commutative.has(op)) {
      const [a, b] = args as [Node, Node];
      const swapped = this.nodes.get(`${op} ${b.id},${a.id}`);
      if (swapped !== undefined) return swapped;
    }
    return this.intern(`${op} ${args.map((node) => node.id).join()}`, { op, args });
  }

  private simplify(op: Operation, args: readonly Node[]): Node | undefined {
    const [a, b] = args as [Node, Node];
    switch (op) {
      case 'add':
        if (b.op === 'neg') return this.op('sub', a, b.args[0] as Node);
        if (a.op === 'neg') return this.op('sub', b, a.args[0] as Node);
        return a.value === 0 ? b : b.value === 0 ? a : undefined;
      case 'sub':
        if (b.op === 'neg') return this.op('add', a, b.args[0] as Node);
        return b.value === 0 ? a : a.value === 0 ? this.op('neg', b) : undefined;
      case 'mul':
      case 'div':
        if (a.op === 'neg') return this.op('neg', this.op(op, a.args[0] as Node, b));
        if (b.op === 'neg') return this.op('neg', this.op(op, a, b.args[0] as Node));
        if (b.value === 1) return a;
        if (b.value === -1) return this.op('neg', a);
        return op === 'div' ? undefined : a.value === 1 ? b : a.value === -1 ? this.op('neg', b) : undefined;
      case 'neg':
        return a.op === 'neg' ? a.args[0] : undefined;
      case 'pow':
        return b.value === undefined ? undefined : this.power(a, b.value);
      default:
        return undefined;
    }
  }

  /** Integer powers up to 4 as products: x^3 = (x·x)·x, x^4 = (x·x)·(x·x), x^−n = 1/x^n. */
  private power(base: Node, exponent: number): Node | undefined {
    const size = Math.abs(exponent);
    if (!Number.isInteger(exponent) || size > largestProduct) return undefined;
    if (size === 0) return this.constant(1);
    const square = size > 1 ? this.op('mul', base, base) : base;
    const product = size < 3 ? square : this.op('mul', square, size === 3 ? base : square);
    return exponent > 0 ? product : this.op('div', this.constant(1), product);
  }
}

/** The nodes that `roots` depend on, each once, every node after its arguments. */
export function reachable(roots: readonly Node[]): Node[] {
  const seen: Node[] = [];
  const pending = [...roots];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen[node.id] !== undefined) continue;
    seen[node.id] = node;
    for (const argument of node.args) pending.push(argument);
  }
  // A graph numbers its nodes in the order in which it makes them; those in between are left out.
  return seen.filter(() => true);
}
