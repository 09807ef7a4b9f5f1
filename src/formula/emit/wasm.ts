import type { Node } from '../graph.ts';
import { reachable } from '../graph.ts';
import { argsLength, capacity, columnsOf, type Kernel, kernelOn, type Loop, memoryBytes, type Place } from '../loop.ts';
import { type Operation, operations } from '../operations.ts';
import { float64, signed, unsigned } from './bytes.ts';
import { f64, i32, moduleBytes, pageBytes } from './module.ts';

const code = {
  block: 0x02, loop: 0x03, end: 0x0b, br: 0x0c, brIf: 0x0d, call: 0x10, select: 0x1b, get: 0x20, set: 0x21, tee: 0x22,
  load: 0x2b, store: 0x39, i32const: 0x41, f64const: 0x44, i32geS: 0x4e, i32add: 0x6a, i32shl: 0x74, i32shrS: 0x75,
  eq: 0x61, lt: 0x63, gt: 0x64, add: 0xa0, sub: 0xa1,
} as const; // prettier-ignore

/** Operations that are one instruction; their float64 meaning is that of JavaScript's. */
const native: Partial<Record<Operation, number>> = {
  abs: 0x99, neg: 0x9a, floor: 0x9c, sqrt: 0x9f, add: 0xa0, sub: 0xa1, mul: 0xa2, div: 0xa3, min: 0xa4, max: 0xa5,
}; // prettier-ignore

const from = 0;
const to = 1;
const pointer = 2;
const firstDouble = 3;

/** Emits one loop as a module that exports `run`; it imports the memory and what is not a WebAssembly instruction. */
class Emitter {
  readonly imports: Operation[] = [];
  private readonly body: number[] = [];
  private readonly loop: Loop;
  private readonly place: Place;
  private readonly columns: readonly string[];
  private readonly order: readonly Node[];
  private readonly uses = new Map<Node, number>();
  private readonly local = new Map<Node, number>();
  private readonly fixed = new Set<Node>();
  private locals = 0;

  constructor(loop: Loop, place: Place) {
    this.loop = loop;
    this.place = place;
    this.columns = columnsOf(loop);
    this.order = reachable(loop.outputs.map((output) => output.node));
    const perRow = new Set([...loop.inputs, ...loop.outputs.filter((o) => o.carried).map((o) => o.name)]);
    for (const node of this.order) {
      for (const argument of node.args) this.uses.set(argument, (this.uses.get(argument) ?? 0) + 1);
      const invariant =
        node.op === 'input' ? !perRow.has(node.name as string) : node.args.every((a) => this.fixed.has(a));
      if (invariant) this.fixed.add(node);
    }
    this.run();
  }

  private put(...bytes: number[]): void {
    for (const byte of bytes) this.body.push(byte);
  }

  /** An instruction on a local, by far the most frequent one. */
  private on(local: number, instruction: number): void {
    const { body } = this;
    if (local < 128) body.push(instruction, local);
    else if (local < 16_384) body.push(instruction, (local & 127) | 128, local >> 7);
    else this.put(instruction, ...unsigned(local));
  }

  private newLocal(): number {
    this.locals += 1;
    return firstDouble + this.locals - 1;
  }

  /** Byte offset of a column in memory. */
  private offset(column: string): number[] {
    const index = this.columns.indexOf(column);
    return unsigned(this.place.offset + 8 * (argsLength(this.loop) + this.place.rows * index));
  }

  private get(local: number): void {
    this.on(local, code.get);
  }

  /** Pushes a node's value; keeps it in a local where it is used again. */
  private value(node: Node): void {
    if (node.op === 'constant') {
      this.put(code.f64const, ...float64(node.value as number));
      return;
    }
    const known = this.local.get(node);
    if (known !== undefined) {
      this.get(known);
      return;
    }
    this.compute(node);
    if ((this.uses.get(node) ?? 0) < 2) return;
    const kept = this.newLocal();
    this.local.set(node, kept);
    this.on(kept, code.tee);
  }

  private compute(node: Node): void {
    if (node.op === 'input') {
      const arg = this.loop.args.indexOf(node.name as string);
      if (arg >= 0) this.put(code.i32const, 0, code.load, 3, ...unsigned(this.place.offset + 8 * arg));
      else {
        this.get(pointer);
        this.put(code.load, 3, ...this.offset(node.name as string));
      }
      return;
    }
    const op = node.op as Operation;
    if (op === 'sign') this.sign(node.args[0] as Node);
    else if (op === 'relu') {
      this.value(node.args[0] as Node);
      this.put(code.f64const, ...float64(0), native.max as number);
    } else {
      const instruction = native[op];
      node.args.forEach((argument, i) => {
        this.value(argument);
        if (i > 0 && instruction !== undefined) this.put(instruction);
      });
      if (instruction === undefined) this.call(op);
      else if (node.args.length === 1) this.put(instruction);
    }
  }

  private sign(argument: Node): void {
    this.value(argument);
    const x = this.newLocal();
    const zero = float64(0);
    this.put(code.set, ...unsigned(x), code.f64const, ...float64(1), code.f64const, ...float64(-1));
    this.get(x);
    this.get(x);
    this.put(code.f64const, ...zero, code.lt, code.select);
    this.get(x);
    this.put(code.f64const, ...zero, code.gt, code.select);
  }

  private call(op: Operation): void {
    if (!this.imports.includes(op)) this.imports.push(op);
    this.put(code.call, ...unsigned(this.imports.indexOf(op)));
  }

  private keep(node: Node): void {
    if (node.op === 'constant' || this.local.has(node)) return;
    this.compute(node);
    const local = this.newLocal();
    this.local.set(node, local);
    this.on(local, code.set);
  }

  private run(): void {
    const { outputs } = this.loop;
    const bytes = (row: number, back: number): void => {
      this.get(row);
      this.put(code.i32const, ...signed(back), code.i32add, code.i32const, 3, code.i32shl);
    };
    const carriedLocals = new Map<string, number>();
    for (const output of outputs) if (output.carried) carriedLocals.set(output.name, this.newLocal());
    bytes(from, -1);
    this.put(code.set, pointer);
    for (const { name, carried } of outputs) {
      if (!carried) continue;
      this.get(pointer);
      this.put(code.load, 3, ...this.offset(name), code.set, ...unsigned(carriedLocals.get(name) as number));
    }
    for (const node of this.order) {
      const carried = node.op === 'input' ? carriedLocals.get(node.name as string) : undefined;
      if (carried !== undefined) this.local.set(node, carried);
    }
    const roots = new Set(outputs.map((output) => output.node));
    const users = this.order.filter((node) => !this.fixed.has(node));
    const usedPerRow = new Set([...roots, ...users.flatMap((user) => user.args)]);
    for (const node of this.order) if (this.fixed.has(node) && usedPerRow.has(node)) this.keep(node);
    bytes(from, 0);
    this.put(code.set, pointer);
    bytes(to, 0);
    this.put(code.set, to, code.block, 0x40, code.loop, 0x40);
    this.get(pointer);
    this.get(to);
    this.put(code.i32geS, code.brIf, 1);
    for (const node of users) if (roots.has(node) || (this.uses.get(node) ?? 0) > 1) this.keep(node);
    for (const { name, node } of outputs) {
      this.get(pointer);
      this.value(node);
      this.put(code.store, 3, ...this.offset(name));
    }
    if (this.loop.stopsAtNonFinite) this.leaveIfNonFinite();
    for (const { name, node } of outputs) if (carriedLocals.has(name)) this.value(node);
    for (const { name } of [...outputs].reverse()) {
      const local = carriedLocals.get(name);
      if (local !== undefined) this.put(code.set, ...unsigned(local));
    }
    this.get(pointer);
    this.put(code.i32const, 8, code.i32add, code.set, pointer, code.br, 0, code.end, code.end);
    this.get(pointer);
    this.put(code.i32const, 3, code.i32shrS, code.end);
  }

  /** s − s is 0 for finite s and NaN otherwise; s, the sum of the row, is finite only where all of its values are. */
  private leaveIfNonFinite(): void {
    this.loop.outputs.forEach(({ node }, i) => {
      this.value(node);
      if (i > 0) this.put(code.add);
    });
    const sum = this.newLocal();
    this.put(code.tee, ...unsigned(sum));
    this.get(sum);
    this.put(code.sub, code.f64const, ...float64(0), code.eq, 0x45, code.brIf, 1);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return moduleBytes({
      pages: pagesOf(this.place.offset + memoryBytes(this.loop, this.place.rows)),
      imports: this.imports.map((name) => ({
        name,
        params: operations[name].length === 2 ? [f64, f64] : [f64],
        results: [f64],
      })),
      functions: [
        {
          name: 'run',
          params: [i32, i32],
          results: [i32],
          locals: [i32, ...Array<number>(this.locals).fill(f64)],
          body: this.body,
        },
      ],
    });
  }
}

/** Where the kernels of the playground work: the first rows of the memory that all of them share. */
const usualPlace: Place = { offset: 0, rows: capacity };

/** The WebAssembly module of a loop: straight-line float64 code around one loop, invariants computed before it. */
const wasmBytes = (loop: Loop, place = usualPlace): Uint8Array<ArrayBuffer> => new Emitter(loop, place).bytes();

const pagesOf = (bytes: number): number => Math.ceil(bytes / pageBytes);

let shared: { readonly pages: number; readonly memory: WebAssembly.Memory } | undefined;
/** Room for 64 columns; pages that no run touches are never backed. */
const usualPages = Math.ceil((64 * 8 * capacity) / pageBytes);

/** The memory of all kernels; a loop with more columns than usual gets the kernels after it a larger one. */
const memoryOf = (pages: number): WebAssembly.Memory => {
  if (shared === undefined || shared.pages < pages) {
    const initial = Math.max(pages, usualPages);
    shared = { pages: initial, memory: new WebAssembly.Memory({ initial }) };
  }
  return shared.memory;
};

/**
 * Compiles a loop. `Math.sin` and the like are imported as they are, so emitted code and interpreter agree to the bit.
 * Without a `memory` of its own and a place in it, it works in the memory that all such kernels share.
 * Source: WebAssembly core specification 2.0, chapter 5 (binary format).
 */
export function compileLoop(loop: Loop, place = usualPlace, own?: WebAssembly.Memory): Kernel {
  const module = new WebAssembly.Module(wasmBytes(loop, place));
  const memory = own ?? memoryOf(pagesOf(place.offset + memoryBytes(loop, place.rows)));
  const { exports } = new WebAssembly.Instance(module, { m: { ...operations, memory } });
  return kernelOn(loop, memory.buffer as ArrayBuffer, exports['run'] as Kernel['run'], place);
}
