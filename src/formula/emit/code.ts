import { float64, signed, unsigned } from './bytes.ts';

/** Instructions that leave what their name says on the stack, or nothing. */
export type Code = readonly number[];

const plain =
  (...opcode: number[]) =>
  (...operands: Code[]): Code => [...operands.flat(), ...opcode];
const simd = (opcode: number): ((...operands: Code[]) => Code) => plain(0xfd, ...unsigned(opcode));

/** Memory is read and written at whole doubles: an alignment of 2^3 bytes. */
const memory =
  (...opcode: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, 3, ...unsigned(offset)];
const storing =
  (...opcode: number[]) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...opcode, 3, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const end: Code = [0x0b];

export const int = {
  of: (value: number): Code => [0x41, ...signed(value)],
  add: plain(0x6a),
  sub: plain(0x6b),
  atLeast: plain(0x4e),
} as const;

export const double = {
  of: (value: number): Code => [0x44, ...float64(value)],
  load: memory(0x2b),
  store: storing(0x39),
  add: plain(0xa0),
} as const;

/** Two float64 numbers at once. Source: WebAssembly core specification 2.0, section 5.4.10. */
export const pair = {
  /** The same number twice. */
  of: (value: number): Code => [...double.of(value), 0xfd, ...unsigned(0x14)],
  load: memory(0xfd, 0x00),
  /** The number at an address, twice. */
  loadTwice: memory(0xfd, 0x0a),
  store: storing(0xfd, 0x0b),
  first: (of: Code): Code => [...of, 0xfd, 0x21, 0],
  second: (of: Code): Code => [...of, 0xfd, 0x21, 1],
  greater: simd(0x4a),
  /** Bits of the first operand where the third is set, of the second elsewhere. */
  select: simd(0x52),
  and: simd(0x4e),
  neg: simd(0xed),
  add: simd(0xf0),
  sub: simd(0xf1),
  mul: simd(0xf2),
  div: simd(0xf3),
  /** b < a ? b : a, so that a that is not a number stays. */
  lesser: simd(0xf6),
  /** a < b ? b : a, so that a that is not a number stays. */
  larger: simd(0xf7),
  /** Both as 64-bit integers: shifted left by a number of bits, and added. */
  shifted: (of: Code, bits: number): Code => [...of, ...int.of(bits), 0xfd, ...unsigned(0xcb)],
  plus: simd(0xce),
} as const;

/** Repeats `body` while `at` ≥ `least`; `body` must count it down. */
export const whileAtLeast = (at: Code, least: number, ...body: Code[]): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...int.atLeast(int.of(least - 1), at),
  ...[0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** Adds to an integer local. */
export const advance = (local: number, by: Code): Code => set(local, int.add(get(local), by));
