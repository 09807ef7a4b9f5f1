import { count } from '../numbers.ts';

const edges = (n: bigint | number): string => `${count('en', n)} edge${Number(n) === 1 ? '' : 's'}`;
const pathCount = (n: bigint): string => `${count('en', n)} path${n === 1n ? '' : 's'}`;

/** A gradient by backpropagation against differences. */
export const check = {
  title: 'Gradient check',
  passes: 'Backpropagation and central differences agree.',
  fails: (names: string) => `They do not agree by ${names}: a local derivative is wrong.`,
  unsure: (names: string) => `Not confirmed by ${names}.`,
  table: 'Derivative of the result by each input, by backpropagation and by a central difference',
  input: 'input',
  backprop: 'backprop',
  difference: 'difference',
  error: 'rel. error',
  method:
    'The difference is central, (f(x + h) − f(x − h)) / 2h, with h near 6e-6·max(1, |x|), or less where f changes faster.',
  verdict: 'verdict',
  verdicts: {
    good: 'agrees',
    fair: 'imprecise',
    limit: 'agrees',
    kink: 'kink',
    doubtful: 'doubtful',
    wrong: 'wrong',
    undefined: 'undefined',
  },
  notes: {
    good: 'Relative error at most 1e-7.',
    fair: 'Relative error up to 1e-4: more than a smooth formula should have.',
    limit: 'They differ by no more than the difference itself is uncertain.',
    kink: 'The slope changes at once within reach of h.',
    doubtful: 'Relative error between 1e-4 and 1e-2.',
    wrong: 'Relative error beyond 1e-2.',
    undefined: 'One of the two is no number.',
  },
  because: (name: string, note: string) => `${name}: ${note}`,
  kinkAt: (name: string, operation: string, left: string, right: string, taken: string) =>
    `${name}: the point is on the kink of ${operation}. The slope is ${left} on the left and ${right} on the right; backpropagation takes ${taken} by convention.`,
  jumpAt: (name: string, operation: string, taken: string) =>
    `${name}: ${operation} jumps here, so a difference across the jump is no slope; backpropagation takes ${taken}.`,
  kinkNear: (name: string, operation: string, h: string) =>
    `${name}: a kink of ${operation} is within reach of the usual h, so h = ${h} decides.`,
  noNumber: {
    point: (name: string, reason: string) => `${name}: ${reason}.`,
    above: (name: string, reason: string) => `${name}: a step above, ${reason}.`,
    below: (name: string, reason: string) => `${name}: a step below, ${reason}.`,
  },
  curve: (name: string) => `Error against h, by ${name}`,
  chooseInput: 'Input',
  curveTable: (name: string) => `Relative error of differences by ${name} against their step h`,
  kinds: { central: 'central', right: 'forward', left: 'backward', cancellation: 'rounding ε/h' },
  truncation: 'truncation →',
  cancellation: '← cancellation',
  at: (h: string) => `h = ${h}`,
  best: (central: string, oneSided: string) =>
    `Central differences err least near h = ${central}, one-sided ones near ${oneSided}. Larger steps cut the series off (truncation, h² and h); smaller ones subtract numbers that are nearly equal (cancellation, ε/h).`,
  noTruncation: (oneSided: string) =>
    `Central differences have no truncation here: the formula is quadratic along this input, so the largest h is best. One-sided ones err least near ${oneSided}.`,
  linear:
    'Differences have no truncation here: the formula is linear along this input, so the largest h is best. Smaller ones subtract numbers that are nearly equal (cancellation, ε/h).',
  flat: 'No step makes the error small: the derivative itself is wrong.',
  flatKink: 'No step makes all the errors small: at a kink there is no one slope, each side has its own.',
  flatJump:
    'No step makes all the errors small: a difference across the jump goes from one piece of the function to another.',
  zero: 'The derivative is 0 here: a relative error says nothing.',
  noCurve: 'There is no derivative here to compare with.',
};

/** All paths against backpropagation. */
export const paths = {
  title: 'Paths',
  input: 'Input',
  count: (n: bigint, result: string, name: string) =>
    `${pathCount(n)} lead${n === 1n ? 's' : ''} from ${result} to ${name}.`,
  none: (result: string, name: string) => `No path leads from ${result} to ${name}: the derivative is 0.`,
  walked: 'Edges walked',
  byPaths: 'all paths, all inputs',
  byBackprop: 'backpropagation',
  equal: 'No more than backpropagation walks: here no edge is shared.',
  times: (ratio: string) => `${ratio} times as many.`,
  age: (years: string) => `At a billion edges a second the paths would take ${years} years.`,
  edges,
  all: 'Highlight all',
  list: (name: string) => `Paths to ${name}, each with the product of its local derivatives`,
  sum: 'sum',
  sumIs: (sum: string) => `Together ${sum}: what backpropagation gives.`,
  more: (n: bigint) => `… and ${count('en', n)} more. Backpropagation gives their sum`,
  noInputs: 'This program has no inputs.',
};

/** What a gate does in the backward pass. */
export const gates = {
  title: 'Gate',
  choose: 'Choose a node to read what it does with the gradient.',
  node: 'Node',
  receives: 'Receives',
  hands: 'Hands down',
  result: 'the result: 1',
  sum: 'together',
  from: (name: string) => `from ${name}`,
  to: (name: string) => `to ${name}`,
  undefinedHere: (reason: string) => `Undefined here: ${reason}.`,
  inherited: 'Undefined because of another node.',
};

/** A local derivative made wrong on purpose. */
export const sabotage = {
  title: 'Break a gate',
  note: 'Makes a local derivative wrong on purpose, in this view only. The gradient check finds it.',
  gate: 'Node',
  how: 'Mistake',
  mistakes: { sign: 'wrong sign', half: 'half of it', double: 'twice of it', none: 'forgotten (0)' },
  break: 'Break it',
  mend: 'Mend it',
  broken: (name: string, factor: string) => `Sabotaged: the local derivatives of ${name} are multiplied by ${factor}.`,
};

/** Why inputs are scaled. */
export const scaling = {
  title: 'Inputs × 1000',
  text: 'In a line w·t + b the weight’s gradient is t times what arrives: inputs that are 1000 times as large make the gradient of w 1000 times as large, while that of b stays. The learning rate has to fall at least as much, and b hardly moves any more.',
  try: 'w, b and t = 2',
  tryLarge: 't × 1000',
  race: 'The same on real measurements, in the playground:',
  raw: 'raw inputs, near 200',
  standardised: 'standardised inputs',
};
