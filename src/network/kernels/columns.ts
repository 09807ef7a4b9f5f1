import { advance, type Code, double, get, int, pair, set, whileAtLeast } from '../../formula/emit/code.ts';
import type { WasmFunction } from '../../formula/emit/module.ts';
import { Frame } from './frame.ts';

/** Bytes of two numbers; every column is a whole number of them long. */
export const pairBytes = 16;

const zero = pair.of(0);
const times4 = [0, 1, 2, 3] as const;

/**
 * out[o][s] = b[o] + Σ_i w[o, i]·a[i][s]: linear combinations of columns of samples s.
 *
 * Params, in bytes where they are addresses or distances: out, from out[o] to out[o + 1], a, from a[i] to a[i + 1], w,
 * from w[o, i] to w[o + 1, i], from w[o, i] to w[o, i + 1], b, from b[o] to b[o + 1] (0 for the same number for all),
 * how many o, how many i, the length of a column. Terms are added in the order of i, whatever the length.
 */
export function affine(): WasmFunction {
  const frame = new Frame();
  const [out, outStride, a, aStride, w, wRow, wColumn, b, bStride, outs, ins, bytes] = frame.take(12) as Twelve;
  const [left, at, i, from, weight] = [frame.int(), frame.int(), frame.int(), frame.int(), frame.int()];
  const sums = frame.pairs(4);
  const factor = frame.pair();
  const tile = (width: number): Code =>
    whileAtLeast(get(left), width * pairBytes, [
      ...sums.slice(0, width).flatMap((sum) => set(sum, pair.loadTwice(get(b)))),
      ...set(from, int.add(get(a), get(at))),
      ...set(weight, get(w)),
      ...set(i, get(ins)),
      ...whileAtLeast(get(i), 1, [
        ...set(factor, pair.loadTwice(get(weight))),
        ...sums
          .slice(0, width)
          .flatMap((sum, k) =>
            set(sum, pair.add(get(sum), pair.mul(get(factor), pair.load(get(from), k * pairBytes)))),
          ),
        ...advance(from, get(aStride)),
        ...advance(weight, get(wColumn)),
        ...advance(i, int.of(-1)),
      ]),
      ...sums.slice(0, width).flatMap((sum, k) => pair.store(int.add(get(out), get(at)), get(sum), k * pairBytes)),
      ...advance(at, int.of(width * pairBytes)),
      ...advance(left, int.of(-width * pairBytes)),
    ]);
  return frame.function(
    'affine',
    whileAtLeast(get(outs), 1, [
      ...set(at, int.of(0)),
      ...set(left, get(bytes)),
      ...tile(4),
      ...tile(1),
      ...advance(out, get(outStride)),
      ...advance(w, get(wRow)),
      ...advance(b, get(bStride)),
      ...advance(outs, int.of(-1)),
    ]),
  );
}

type Twelve = [number, number, number, number, number, number, number, number, number, number, number, number];
type Nine = [number, number, number, number, number, number, number, number, number];

/**
 * g[o, i] += Σ_s d[o][s]·a[i][s]: the gradient by the weights of `affine`, from d, that by its results.
 *
 * Params: g, from g[o, 0] to g[o + 1, 0], d, from d[o] to d[o + 1], a, from a[i] to a[i + 1], how many o, how many i, the
 * length of a column. Even and odd samples are added apart, then both sums, then what was there.
 */
export function products(): WasmFunction {
  const frame = new Frame();
  const [g, gRow, d, dStride, a, aStride, outs, ins, bytes] = frame.take(9) as Nine;
  const [to, i, left, row] = [frame.int(), frame.int(), frame.int(), frame.int()];
  const columns = times4.map(() => frame.int());
  const sums = frame.pairs(4);
  const factor = frame.pair();
  const first = columns[0] as number;
  const block = (width: number): Code =>
    whileAtLeast(get(i), width, [
      ...sums.slice(0, width).flatMap((sum) => set(sum, zero)),
      ...columns.slice(1, width).flatMap((column, k) => set(column, int.add(get(columns[k] as number), get(aStride)))),
      ...set(row, get(d)),
      ...set(left, get(bytes)),
      ...whileAtLeast(get(left), 1, [
        ...set(factor, pair.load(get(row))),
        ...sums
          .slice(0, width)
          .flatMap((sum, k) =>
            set(sum, pair.add(get(sum), pair.mul(get(factor), pair.load(get(columns[k] as number))))),
          ),
        ...columns.slice(0, width).flatMap((column) => advance(column, int.of(pairBytes))),
        ...advance(row, int.of(pairBytes)),
        ...advance(left, int.of(-pairBytes)),
      ]),
      ...sums.slice(0, width).flatMap((sum, k) => addLanes(get(to), get(sum), 8 * k)),
      // The last column's end is where the next block's first column starts, or in the distance to it.
      ...set(first, int.add(get(columns[width - 1] as number), int.sub(get(aStride), get(bytes)))),
      ...advance(to, int.of(8 * width)),
      ...advance(i, int.of(-width)),
    ]);
  return frame.function(
    'products',
    whileAtLeast(get(outs), 1, [
      ...set(to, get(g)),
      ...set(first, get(a)),
      ...set(i, get(ins)),
      ...block(4),
      ...block(1),
      ...advance(g, get(gRow)),
      ...advance(d, get(dStride)),
      ...advance(outs, int.of(-1)),
    ]),
  );
}

/** Adds both numbers of a pair to the one at an address. */
const addLanes = (address: Code, sum: Code, offset: number): Code =>
  double.store(
    address,
    double.add(double.load(address, offset), double.add(pair.first(sum), pair.second(sum))),
    offset,
  );

/** g[o] += Σ_s d[o][s], the gradient by the biases. Params: g, d, from d[o] to d[o + 1], how many o, a column's length. */
export function totals(): WasmFunction {
  const frame = new Frame();
  const [g, d, dStride, outs, bytes] = frame.take(5) as [number, number, number, number, number];
  const [left, row, sum] = [frame.int(), frame.int(), frame.pair()];
  return frame.function(
    'totals',
    whileAtLeast(get(outs), 1, [
      ...set(sum, zero),
      ...set(row, get(d)),
      ...set(left, get(bytes)),
      ...whileAtLeast(get(left), 1, [
        ...set(sum, pair.add(get(sum), pair.load(get(row)))),
        ...advance(row, int.of(pairBytes)),
        ...advance(left, int.of(-pairBytes)),
      ]),
      ...addLanes(get(g), get(sum), 0),
      ...advance(g, int.of(8)),
      ...advance(d, get(dStride)),
      ...advance(outs, int.of(-1)),
    ]),
  );
}
