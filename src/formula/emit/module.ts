import { joined, lengthOf, text, unsigned, vector } from './bytes.ts';

/** Value types of WebAssembly. */
export const i32 = 0x7f;
export const f64 = 0x7c;
export const v128 = 0x7b;

/** Bytes of a page, the unit of a memory's size. */
export const pageBytes = 65_536;

interface Signature {
  readonly name: string;
  readonly params: readonly number[];
  readonly results: readonly number[];
}

/** A function of a module: its locals come after its params, and its body ends with `end`. */
export interface WasmFunction extends Signature {
  readonly locals: readonly number[];
  readonly body: readonly number[];
}

interface Parts {
  /** Pages that the imported memory must have at least. */
  readonly pages: number;
  readonly imports: readonly Signature[];
  readonly functions: readonly WasmFunction[];
}

/** A section: its id, how many bytes it has, then the bytes. */
const section = (id: number, ...parts: readonly (readonly number[])[]): (readonly number[])[] => [
  [id, ...unsigned(lengthOf(parts))],
  ...parts,
];

/** Locals of one type that follow each other are declared together. */
const declared = (locals: readonly number[]): number[] => {
  const runs: [count: number, type: number][] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last?.[1] === type) last[0] += 1;
    else runs.push([1, type]);
  }
  return vector(runs.map(([count, type]) => [...unsigned(count), type]));
};

/**
 * A module that imports a memory and functions from `m` and exports each of its functions by name.
 * Source: WebAssembly core specification 2.0, chapter 5 (binary format).
 */
export function moduleBytes({ pages, imports, functions }: Parts): Uint8Array<ArrayBuffer> {
  const types = [...imports, ...functions].map(({ params, results }) => [
    ...[0x60, ...unsigned(params.length), ...params],
    ...[results.length, ...results],
  ]);
  const taken = imports.map(({ name }, i) => [...text('m'), ...text(name), 0, ...unsigned(i)]);
  const given = functions.map(({ name }, i) => [...text(name), 0, ...unsigned(imports.length + i)]);
  const bodies = functions.flatMap(({ locals, body }) => {
    const first = declared(locals);
    return [unsigned(first.length + body.length), first, body];
  });
  return joined([
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('m'), ...text('memory'), 2, 0, ...unsigned(pages)], ...taken])),
    ...section(3, vector(functions.map((_, i) => unsigned(imports.length + i)))),
    ...section(7, vector(given)),
    ...section(10, unsigned(functions.length), ...bodies),
  ]); // prettier-ignore
}
