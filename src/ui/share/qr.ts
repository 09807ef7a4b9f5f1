import { encode } from 'uqr';

/** Bytes that the largest QR code holds, version 40 with the lowest error correction. ISO/IEC 18004, table 7. */
export const qrLimit = 2953;

/** Light modules around a code, as the standard wants them. */
const quiet = 4;

export interface QrCode {
  /** Modules along a side, the quiet zone included. */
  readonly size: number;
  /** The dark modules as an SVG path, a module 1 wide. */
  readonly path: string;
}

/** A text as a QR code, made here; undefined where it is longer than any holds. */
export function qrOf(text: string): QrCode | undefined {
  if (new TextEncoder().encode(text).length > qrLimit) return undefined;
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: quiet });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
