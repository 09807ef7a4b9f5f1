/** What a key does, wherever the focus is. */
export type Command =
  | 'toggle'
  | 'stepBack'
  | 'stepOn'
  | 'tenBack'
  | 'tenOn'
  | 'first'
  | 'last'
  | 'restart'
  | 'sheet'
  | 'undo'
  | 'redo'
  | 'all'
  | 'future'
  | 'nextLesson'
  | 'previousLesson'
  | 'present'
  | 'notes'
  | 'blank'
  | 'full'
  | 'leave'
  | { readonly solo: number };

/** The parts of a keyboard event that a command depends on. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  ' ': 'toggle',
  ArrowLeft: 'stepBack',
  ArrowRight: 'stepOn',
  Home: 'first',
  End: 'last',
  r: 'restart',
  R: 'restart',
  '?': 'sheet',
  '？': 'sheet',
  '0': 'all',
  i: 'future',
  I: 'future',
  PageDown: 'nextLesson',
  PageUp: 'previousLesson',
  p: 'present',
  P: 'present',
  n: 'notes',
  N: 'notes',
  '.': 'blank',
  '。': 'blank',
  f: 'full',
  F: 'full',
  Escape: 'leave',
};

/** The command of a key; undefined where it has none. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
    return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined;
  }
  if (shiftKey && key === 'ArrowLeft') return 'tenBack';
  if (shiftKey && key === 'ArrowRight') return 'tenOn';
  if (/^[1-9]$/.test(key)) return { solo: Number(key) - 1 };
  return plain[key];
}

const typing = 'input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable], dialog[open] *';
/** What uses keys of its own: a slider its arrows, a button Space. */
const busy: Readonly<Record<string, string>> = {
  ' ': 'button, summary, a, input, [role=button], [role=application]',
  ArrowLeft: 'input, [role=slider], [role=application]',
  ArrowRight: 'input, [role=slider], [role=application]',
  Home: 'input, [role=slider], [role=application]',
  End: 'input, [role=slider], [role=application]',
};

/** Whether what has the focus wants the key for itself. */
export const isTaken = (
  target: { closest(selector: string): unknown },
  { key, ctrlKey, metaKey }: Pressed,
): boolean => {
  if (target.closest(typing) !== null) return true;
  const own = ctrlKey || metaKey ? undefined : busy[key];
  return own !== undefined && target.closest(own) !== null;
};
