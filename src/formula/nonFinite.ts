import type { Gate, Wire } from './circuit.ts';
import type { Text } from './text.ts';
import { at, type Trace } from './trace.ts';

/** A gate at which a number stops being finite although everything that it is computed from is finite. */
export interface Origin {
  readonly gate: Gate;
  /** Which of its numbers: its value, a local derivative, or the gradient that adds up. */
  readonly kind: 'value' | 'local' | 'gradient';
  /** Why, in a few words: "log of −0.3", "division by 0". */
  readonly reason: Text;
}

/** Where a trace is not finite. */
export interface NonFinite {
  /** In the order in which they arise: forward through the values and local derivatives, then back through the gradients. */
  readonly origins: readonly Origin[];
  /** Gates whose value is not finite because an argument's is not. */
  readonly values: ReadonlySet<Gate>;
  /** Gates whose gradient is not finite because of a user's gradient or local derivative. */
  readonly gradients: ReadonlySet<Gate>;
}

const both = (text: string): Text => ({ en: text, zh: text });

/** At most six digits, with a true minus sign. */
const digits = (value: number): string =>
  String(Number(value.toPrecision(6)))
    .replace('e+', 'e')
    .replaceAll('-', '−');

const nameOf = { sqrt: { en: 'root', zh: '平方根' }, add: both('+'), sub: both('−'), mul: both('×'), div: both('÷') };
const named = (op: string): Text => (Object.hasOwn(nameOf, op) ? nameOf[op as keyof typeof nameOf] : both(op));

export const overflow: Text = { en: 'overflow: beyond 1.8e308', zh: '溢出：超过 1.8e308' };
const zeroDivision: Text = { en: 'division by 0', zh: '除以 0' };

/** `name` of an argument outside of the function's domain. */
const of = (op: string, a: number): Text => {
  const { en, zh } = named(op);
  return { en: `${en} of ${digits(a)}`, zh: `${digits(a)} 的${op === 'sqrt' ? '' : ' '}${zh}` };
};

const power = (a: number, b: number): Text => ({
  en: `${digits(a)} to the power ${digits(b)}`,
  zh: `${digits(a)} 的 ${digits(b)} 次幂`,
});

/** Why an operation on finite numbers is not finite. */
export function valueReason(op: string, args: readonly number[]): Text {
  const [a = 0, b = 0] = args;
  if (op === 'div' && b === 0) return zeroDivision;
  if (['log', 'log2', 'log10'].includes(op) && a <= 0) return of(op, a);
  if (op === 'sqrt' && a < 0) return of(op, a);
  if ((op === 'asin' || op === 'acos') && Math.abs(a) > 1) return of(op, a);
  if (op === 'pow' && ((a < 0 && !Number.isInteger(b)) || (a === 0 && b < 0))) return power(a, b);
  return overflow;
}

/** Why a local derivative at finite arguments with a finite value is not finite. */
function localReason(op: string, args: readonly number[], position: number): Text {
  const [a = 0, b = 0] = args;
  if (op === 'pow' && position === 1 && a <= 0) {
    const log = of('log', a);
    return {
      en: `the derivative by the exponent takes the ${log.en}`,
      zh: `对指数求导要用到 ${log.zh}`,
    };
  }
  const atCorner = args.every((value) => value === 0) || ((op === 'asin' || op === 'acos') && Math.abs(a) === 1);
  if (!atCorner && !(op === 'pow' && a === 0)) {
    return { en: `overflow in the derivative of ${named(op).en}`, zh: `${named(op).zh} 的导数溢出` };
  }
  const subject = op === 'pow' ? power(a, b) : named(op);
  const place = op === 'pow' ? '' : args.map(digits).join(', ');
  return {
    en: `${subject.en} has no finite slope${place === '' ? '' : ` at ${place}`}`,
    zh: `${subject.zh}${place === '' ? '' : ` 在 ${place} 处`}没有有限的斜率`,
  };
}

const inputReason = (gate: Gate, value: number): Text => {
  const [name] = gate.names;
  const { en, zh } = name === undefined ? { en: 'a constant', zh: '某个常数' } : { en: name, zh: `${name} ` };
  return Number.isNaN(value)
    ? { en: `${en} is not a number`, zh: `${zh}不是数` }
    : { en: `${en} is infinite`, zh: `${zh}为无穷大` };
};

const sumReason: Text = {
  en: 'overflow: the gradient is beyond 1.8e308',
  zh: '溢出：梯度超过 1.8e308',
};

/** Where a value or a derivative of a trace first stops being finite, why, and what inherits it; undefined where none does. */
export function nonFinite(trace: Trace): NonFinite | undefined {
  const { circuit, values, gradients, locals } = trace;
  const isFiniteAt = (numbers: Float64Array, item: Gate | Wire): boolean => Number.isFinite(at(numbers, item));
  const origins: Origin[] = [];
  const inherited = { values: new Set<Gate>(), gradients: new Set<Gate>() };
  for (const gate of circuit.gates) {
    const args = gate.args.map(({ argument }) => at(values, argument));
    const { op } = gate.node;
    if (!args.every(Number.isFinite)) {
      if (!isFiniteAt(values, gate)) inherited.values.add(gate);
    } else if (isFiniteAt(values, gate)) {
      const wire = gate.args.find((each) => each.active && !isFiniteAt(locals, each));
      if (wire !== undefined) origins.push({ gate, kind: 'local', reason: localReason(op, args, wire.position) });
    } else {
      const value = at(values, gate);
      const reason = args.length === 0 ? inputReason(gate, value) : valueReason(op, args);
      origins.push({ gate, kind: 'value', reason });
    }
  }
  for (const gate of [...circuit.gates].reverse()) {
    if (!gate.active || isFiniteAt(gradients, gate)) continue;
    const isGiven = gate.users.every((wire) => isFiniteAt(gradients, wire.user) && isFiniteAt(locals, wire));
    if (isGiven) origins.push({ gate, kind: 'gradient', reason: sumReason });
    else inherited.gradients.add(gate);
  }
  return origins.length + inherited.values.size + inherited.gradients.size === 0
    ? undefined
    : { origins, ...inherited };
}
