import { type Message, readMessage, type Role, type Stamp } from './message.ts';

/** Joins windows; the page gives a BroadcastChannel, a test something that it holds in its hand. */
export interface Wire {
  /** To every other window. */
  send(message: Message): void;
  /** Calls back for what others send; returns what ends it and the wire. */
  listen(listener: (message: unknown) => void): () => void;
}

/** A part of what a window shows that others show too. */
export interface Field {
  read(): unknown;
  /** Shows what another window shows; anything that is no value of the field is passed over. */
  take(value: unknown): void;
}

export interface Share {
  /** Tells the others that the field was changed here. */
  wrote(field: string): void;
  /** Tells the others how far the field has come by itself. */
  moved(field: string): void;
  /** Takes leave of the others. */
  end(): void;
}

interface Member {
  /** Another for each window, also for the same one after it is loaded again. */
  readonly id: string;
  readonly role: Role;
  readonly wire: Wire;
  readonly fields: Readonly<Record<string, Field>>;
  /** Called with the roles of the others whenever one comes or goes. */
  readonly onOthers: (roles: readonly Role[]) => void;
}

/** Before all that is written. */
const unwritten: Stamp = { count: -1, by: '' };

const isSame = (a: Stamp, b: Stamp): boolean => a.count === b.count && a.by === b.by;

const isLater = (a: Stamp, b: Stamp): boolean => a.count > b.count || (a.count === b.count && a.by > b.by);

/**
 * Keeps fields the same in all windows of a wire: of each field the latest write counts, in every window, in whatever
 * order messages come. A window that opens takes what the others show; where there is nothing yet, whoever is projected
 * says what it shows.
 */
export function share({ id, role, wire, fields, onOthers }: Member): Share {
  const stamps = new Map(Object.keys(fields).map((name): [string, Stamp] => [name, unwritten]));
  const others = new Map<string, Role>();
  let count = 0;
  let isTaking = false;

  const post = (kind: 'wrote' | 'moved', name: string): void => {
    const [field, stamp] = [fields[name], stamps.get(name)];
    if (field !== undefined && stamp !== undefined && stamp !== unwritten)
      wire.send({ kind, from: id, field: name, stamp, value: field.read() });
  };
  const tell = (): void => {
    for (const [name, stamp] of stamps) {
      if (stamp === unwritten && role === 'projected') stamps.set(name, { count: 0, by: id });
      post('wrote', name);
    }
  };
  const met = (other: string, as: Role | undefined): void => {
    if (others.get(other) === as) return;
    if (as === undefined) others.delete(other);
    else others.set(other, as);
    onOthers([...others.values()]);
  };
  const take = (name: string, stamp: Stamp, value: unknown): void => {
    stamps.set(name, stamp);
    count = Math.max(count, stamp.count);
    isTaking = true;
    try {
      fields[name]?.take(value);
    } finally {
      isTaking = false;
    }
  };
  const endListening = wire.listen((input) => {
    const message = readMessage(input);
    if (message === undefined) return;
    const { kind, from } = message;
    if (kind === 'bye') return met(from, undefined);
    if (kind === 'hello' || kind === 'here') met(from, message.role);
    if (kind === 'hello') {
      wire.send({ kind: 'here', from: id, role });
      tell();
    }
    if (kind !== 'wrote' && kind !== 'moved') return;
    const mine = stamps.get(message.field);
    if (mine === undefined) return;
    const isNews = kind === 'wrote' ? isLater(message.stamp, mine) : isSame(message.stamp, mine);
    if (isNews) take(message.field, message.stamp, message.value);
  });
  wire.send({ kind: 'hello', from: id, role });
  return {
    wrote(name) {
      if (isTaking) return;
      count += 1;
      stamps.set(name, { count, by: id });
      post('wrote', name);
    },
    moved(name) {
      if (!isTaking) post('moved', name);
    },
    end() {
      // One that opens just now may have asked another, which has not heard the last of this one yet.
      for (const name of stamps.keys()) post('wrote', name);
      wire.send({ kind: 'bye', from: id });
      endListening();
    },
  };
}
