import type { Dataset } from './dataset.ts';
import archive from './digits.json' with { type: 'json' };

const side = 8;
/** Pixels go from 0 to this. */
const most = 16;

const code = (letter: string): number => letter.charCodeAt(0);

/** Writes an image's pixels: A to P is one of 1 to 16, a to z are 1 to 26 of 0. Returns how many they are. */
function unpack(letters: string, pixels: Float64Array, first: number): number {
  let at = first;
  for (const letter of letters) {
    if (letter >= 'a') at += code(letter) - code('a') + 1;
    else pixels[at++] = (code(letter) - code('A') + 1) / most;
  }
  return at - first;
}

/** 1,797 handwritten digits, 8×8 pixels from 0 to 1. Alpaydin & Kaynak 1998, doi:10.24432/C50P49, CC BY 4.0. */
export function digits(): Dataset {
  const rows = archive.digits.length;
  const inputs = new Float64Array(rows * side * side);
  const labels = new Int32Array(rows);
  archive.digits.forEach((entry, row) => {
    labels[row] = Number(entry[0]);
    unpack(entry.slice(1), inputs, row * side * side);
  });
  return {
    inputs,
    labels,
    numbers: new Float64Array(0),
    rows,
    features: Array.from({ length: side * side }, (_, i) => `${Math.floor(i / side)},${i % side}`),
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
    wanted: [],
    side,
  };
}
