import * as v from 'valibot';

/** Orders what windows write: by count, and by the writer where two wrote at once. */
const stamp = v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0)), by: v.string() });

const messageSchema = v.variant('kind', [
  /** A window has opened, and asks the others for what they know. */
  v.strictObject({ kind: v.literal('hello'), from: v.string(), role: v.picklist(['projected', 'presenter']) }),
  /** The answer to it: who else is there. */
  v.strictObject({ kind: v.literal('here'), from: v.string(), role: v.picklist(['projected', 'presenter']) }),
  v.strictObject({ kind: v.literal('bye'), from: v.string() }),
  /** Somebody decided on the value of a field. */
  v.strictObject({ kind: v.literal('wrote'), from: v.string(), field: v.string(), stamp, value: v.unknown() }),
  /** What was decided has gone on by itself: the value that it has come to. */
  v.strictObject({ kind: v.literal('moved'), from: v.string(), field: v.string(), stamp, value: v.unknown() }),
]);

export type Message = v.InferOutput<typeof messageSchema>;
export type Stamp = v.InferOutput<typeof stamp>;
export type Role = 'projected' | 'presenter';

/** A message from another window, which may be of another version of the page; undefined for anything else. */
export const readMessage = (input: unknown): Message | undefined => {
  const read = v.safeParse(messageSchema, input);
  return read.success ? read.output : undefined;
};
