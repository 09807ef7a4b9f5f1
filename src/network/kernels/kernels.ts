import { moduleBytes, pageBytes } from '../../formula/emit/module.ts';
import type { Activation } from '../activations/catalog.ts';
import { activationKernels } from './activation.ts';
import { affine, products, totals } from './columns.ts';

type Kernel = (...params: number[]) => void;

/** The exports of the module, as `affine`, `products`, `totals` and `activationKernels` name them. */
type Names = 'affine' | 'products' | 'totals' | 'exp' | Activation | `${Activation}Slope`;

/** The loops of a network, on a memory: see `affine`, `products`, `totals` and `activationKernels` for their params. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  /** The memory as numbers: index = byte address / 8. */
  readonly doubles: Float64Array;
  readonly run: Readonly<Record<Names, Kernel>>;
}

let module: WebAssembly.Module | undefined;
let shared: Kernels | undefined;

/** Bytes that a first network gets: a page that opens a few small ones after each other does with one memory. */
const usual = 64 * pageBytes;

/**
 * The kernels of this thread, with a memory of at least so many bytes. All networks of a thread work in one memory, since
 * only one works at a time: what a network keeps between two calls it keeps outside.
 */
export function kernels(bytes: number): Kernels {
  if (shared !== undefined && shared.doubles.byteLength >= bytes) return shared;
  const functions = [affine(), products(), totals(), ...activationKernels()];
  module ??= new WebAssembly.Module(moduleBytes({ pages: 0, imports: [], functions }));
  const wanted = Math.max(bytes, usual, 2 * (shared?.doubles.byteLength ?? 0));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(wanted / pageBytes) });
  const { exports } = new WebAssembly.Instance(module, { m: { memory } });
  shared = { memory, doubles: new Float64Array(memory.buffer), run: exports as unknown as Kernels['run'] };
  return shared;
}
