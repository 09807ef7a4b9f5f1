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

/** A float64, little-endian. */
export const float64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];

/** A vector: its length, then its items. */
export const vector = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];

/** A name: its length in bytes, then its ASCII bytes. */
export const text = (ascii: string): number[] => [
  ...unsigned(ascii.length),
  ...Array.from(ascii, (c) => c.charCodeAt(0)),
];

/** A section or a body: a count of bytes, then the bytes. */
export const sized = (content: readonly number[]): number[] => [...unsigned(content.length), ...content];
