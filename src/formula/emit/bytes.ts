/** WebAssembly's variable-length integers. Source: WebAssembly core specification 2.0, section 5.2.2. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low + 128);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit integer. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const done = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0);
    bytes.push(done ? low : low | 128);
    if (done) return bytes;
  }
}

const double = new Float64Array(1);
const bytesOfDouble = new Uint8Array(double.buffer);

/** A float64, little-endian. */
export function float64(value: number): number[] {
  double[0] = value;
  return [...bytesOfDouble];
}

/** A vector: its length, then its items. */
export const vector = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];

/** A name: its length in bytes, then its ASCII bytes. */
export const text = (ascii: string): number[] => [
  ...unsigned(ascii.length),
  ...Array.from(ascii, (c) => c.charCodeAt(0)),
];

/** Bytes in a row. */
export function joined(parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** How many bytes they are together. */
export const lengthOf = (parts: readonly (readonly number[])[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);
