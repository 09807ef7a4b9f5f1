const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$';
const sixBits = new Map(alphabet.split('').map((letter, value) => [letter, value]));

/** Codes that stand for no piece of text: a new character of 8 or of 16 bits follows, or the end. */
const [short, long, end] = [0, 1, 2];

/** Numbers out of letters of six bits each, the highest first; in a number the lowest bit comes first. NaN at the end. */
function reader(packed: string): (bits: number) => number {
  let at = 0;
  let left = 0;
  let letter = 0;
  return (bits) => {
    if (left === 0 && at >= packed.length) return NaN;
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      if (left === 0) {
        // What is no letter of the packing, or cut off, reads as zeros, as in the library.
        letter = sixBits.get(packed[at] ?? '') ?? 0;
        at += 1;
        left = 6;
      }
      left -= 1;
      value |= ((letter >> left) & 1) << bit;
    }
    return value;
  };
}

/**
 * The text that lz-string's `compressToEncodedURIComponent` has packed; undefined where it is damaged or longer than
 * `most`. The library's own unpacking knows no limit: each code can stand for a piece that is longer by one than the one
 * before, so that 40,000 letters can become 160 million, all of them "[".
 */
export function unpack(packed: string, most: number): string | undefined {
  const read = reader(packed);
  const pieces: string[] = ['', '', ''];
  const made: string[] = [];
  let length = 0;
  let before = '';
  for (;;) {
    let code = read(32 - Math.clz32(pieces.length));
    if (code === end) return made.join('');
    if (code === short || code === long) {
      pieces.push(String.fromCharCode(read(code === short ? 8 : 16)));
      code = pieces.length - 1;
    }
    const piece = pieces[code] ?? (code === pieces.length && before !== '' ? before + before[0] : undefined);
    if (piece === undefined) return undefined;
    length += piece.length;
    if (length > most) return undefined;
    made.push(piece);
    if (before !== '') pieces.push(before + piece[0]);
    before = piece;
  }
}
