/** Arrays to be used again: new ones of hundreds of kilobytes cost more than what is done with them. */
export interface Spare<A> {
  /** One of so many numbers, whatever they are. */
  take(length: number): A;
  /** Takes one back that nobody uses any longer. */
  give(array: A): void;
}

const most = 8;

export function spare<A extends Float64Array | Uint16Array>(make: (length: number) => A): Spare<A> {
  const free: A[] = [];
  return {
    take(length) {
      const at = free.findIndex((array) => array.length === length);
      return at < 0 ? make(length) : (free.splice(at, 1)[0] as A);
    },
    give(array) {
      free.push(array);
      if (free.length > most) free.shift();
    },
  };
}
