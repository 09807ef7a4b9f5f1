import type { Gate } from '../../formula/circuit.ts';
import type { Language, Text } from '../../formula/text.ts';
import { at, type Trace } from '../../formula/trace.ts';
import { gateName } from '../graph/gateName.ts';
import { short } from '../graph/number.ts';

/** What a rule's sentence is made from: the names and the numbers of a gate's arguments, and its own numbers. */
interface Facts {
  readonly names: readonly string[];
  readonly numbers: readonly number[];
  readonly value: number;
  readonly gradient: string;
}

const text = (en: string, zh: string): Text => ({ en, zh });

/** The operations whose sentence needs no more than what the local derivative is. */
const derivatives: Readonly<Record<string, Text>> = {
  exp: text(
    'exp is its own derivative: it hands down the gradient times its value.',
    'exp 的导数是它自己：下传梯度乘以自身的值。',
  ),
  log: text('log hands down the gradient divided by its input.', 'log 下传梯度除以输入。'),
  log2: text('log₂ hands down the gradient divided by its input times log 2.', 'log₂ 下传梯度除以（输入乘以 log 2）。'),
  log10: text(
    'log₁₀ hands down the gradient divided by its input times log 10.',
    'log₁₀ 下传梯度除以（输入乘以 log 10）。',
  ),
  sqrt: text('A root hands down the gradient divided by twice its value.', '平方根下传梯度除以自身值的两倍。'),
  sin: text('sin hands down the gradient times the cosine of its input.', 'sin 下传梯度乘以输入的余弦。'),
  cos: text('cos hands down the gradient times minus the sine of its input.', 'cos 下传梯度乘以输入正弦的相反数。'),
  tan: text('tan hands down the gradient times 1 plus its value squared.', 'tan 下传梯度乘以 1 加自身值的平方。'),
  asin: text('arcsin hands down the gradient divided by √(1 − input²).', 'arcsin 下传梯度除以 √(1 − 输入²)。'),
  acos: text(
    'arccos hands down minus the gradient divided by √(1 − input²).',
    'arccos 下传梯度的相反数除以 √(1 − 输入²)。',
  ),
  atan: text('arctan hands down the gradient divided by 1 + input².', 'arctan 下传梯度除以 1 + 输入²。'),
  atan2: text(
    'The angle hands each coordinate the gradient times the other one over the squared distance; the second gets a minus.',
    '方位角给每个坐标下传梯度乘以另一坐标再除以距离的平方，第二个带负号。',
  ),
  sinh: text('sinh hands down the gradient times the cosh of its input.', 'sinh 下传梯度乘以输入的 cosh。'),
  cosh: text('cosh hands down the gradient times the sinh of its input.', 'cosh 下传梯度乘以输入的 sinh。'),
  tanh: text(
    'tanh hands down the gradient times 1 minus its value squared: next to nothing where it saturates.',
    'tanh 下传梯度乘以 1 减自身值的平方：饱和时几乎什么也不传。',
  ),
  sigmoid: text(
    'The sigmoid hands down the gradient times s(1 − s): at most a quarter, and next to nothing where it saturates.',
    'sigmoid 下传梯度乘以 s(1 − s)：最多四分之一，饱和时几乎什么也不传。',
  ),
  softplus: text(
    'softplus hands down the gradient times the sigmoid of its input.',
    'softplus 下传梯度乘以输入的 sigmoid。',
  ),
  hypot: text(
    'A distance hands each coordinate the gradient times that coordinate over the distance.',
    '距离给每个坐标下传梯度乘以该坐标与距离之比。',
  ),
  floor: text('floor is flat between its jumps: it hands nothing down.', 'floor 在跳变之间是平的：什么也不下传。'),
  sign: text('sign is flat on both sides of 0: it hands nothing down.', 'sign 在 0 的两侧都是平的：什么也不下传。'),
};

const listed = (names: readonly string[], { en, zh }: Text): Text =>
  names.length < 2
    ? text(names.join(), names.join())
    : text(
        `${names.slice(0, -1).join(', ')} ${en} ${names.at(-1)}`,
        `${names.slice(0, -1).join('、')}${zh}${names.at(-1)}`,
      );

/** max routes: to the argument that won, or in equal shares where several did. */
function routes(op: 'max' | 'min', { names, numbers, value, gradient }: Facts): Text {
  const winners = names.filter((_, i) => numbers[i] === value);
  const losers = numbers.filter((number) => number !== value);
  if (winners.length > 1) {
    const { en, zh } = listed(winners, text('and', '和'));
    return text(
      `${op} routes, and at a tie it splits: ${en} get equal shares of ${gradient}.`,
      `${op} 选路，相等时平分：${zh} 平分 ${gradient}。`,
    );
  }
  const next = op === 'max' ? Math.max(...losers) : Math.min(...losers);
  const because = `${short(value)} ${op === 'max' ? '>' : '<'} ${short(next)}`;
  return text(
    `${op} routes: all of ${gradient} goes to ${winners[0]}, because ${because}.`,
    `${op} 选路：${gradient} 全部给 ${winners[0]}，因为 ${because}。`,
  );
}

function multiplies({ names, numbers, gradient }: Facts, active: readonly boolean[]): Text {
  const [a = '', b = ''] = names;
  if (a === b)
    return text(
      `A square hands down the gradient times twice its input: ${gradient} × 2 × ${short(numbers[0] as number)}.`,
      `平方下传梯度乘以输入的两倍：${gradient} × 2 × ${short(numbers[0] as number)}。`,
    );
  const constant = active.indexOf(false);
  if (constant >= 0) {
    const factor = short(numbers[constant] as number);
    return text(
      `Multiplying by ${factor} scales: it hands down ${factor} times the gradient.`,
      `乘以 ${factor} 就是缩放：下传梯度的 ${factor} 倍。`,
    );
  }
  return text(
    'Multiply swaps: it hands each input the gradient times the other’s value.',
    '乘法交换：给每个输入下传梯度乘以另一个输入的值。',
  );
}

/** The rule that a gate follows in the backward pass, in a sentence with its numbers. */
function ruleOf(op: string, facts: Facts, active: readonly boolean[]): Text {
  const { names, numbers, value, gradient } = facts;
  const [a = 0] = numbers;
  switch (op) {
    case 'input':
      return text(
        `An input: what arrives here, ${gradient}, is the derivative of the result by ${names[0]}.`,
        `输入：到达这里的 ${gradient} 就是结果对 ${names[0]} 的导数。`,
      );
    case 'constant':
      return text('A constant: nobody asks for a derivative by it.', '常数：不需要对它求导。');
    case 'add':
      return active.includes(false)
        ? text(
            `Adding a constant changes nothing: it hands ${gradient} on.`,
            `加上常数不影响梯度：原样下传 ${gradient}。`,
          )
        : text(`Add distributes: it hands ${gradient} to both.`, `加法分发：把 ${gradient} 原样传给两个输入。`);
    case 'sub':
      return text(
        'Subtract distributes: the first input gets the gradient, the second its negative.',
        '减法分发：第一个输入得到梯度，第二个得到它的相反数。',
      );
    case 'neg':
      return text('Minus turns the sign of the gradient.', '取负改变梯度的符号。');
    case 'mul':
      return multiplies(facts, active);
    case 'div':
      return text(
        'Divide hands the numerator the gradient over the denominator, and the denominator minus that times the quotient.',
        '除法：分子得到梯度除以分母，分母得到它乘以商的相反数。',
      );
    case 'pow':
      return text(
        'A power hands its base the gradient times exponent × base^(exponent − 1), and a variable exponent the gradient times value × log base.',
        '幂：底数得到梯度乘以 指数 × 底数^(指数 − 1)；指数若是变量，得到梯度乘以 值 × log 底数。',
      );
    case 'max':
    case 'min':
      return routes(op, facts);
    case 'abs':
      return a === 0
        ? text(
            'The absolute value has a kink at 0: by convention it hands 0 down there.',
            '绝对值在 0 处是尖点：按约定下传 0。',
          )
        : text(
            `The absolute value hands the gradient on ${a > 0 ? 'as it is, because its input is positive' : 'with the other sign, because its input is negative'}.`,
            `绝对值：输入为${a > 0 ? '正，梯度原样下传' : '负，梯度变号下传'}。`,
          );
    case 'relu':
      return value > 0
        ? text(
            'relu is open: its input is positive, so the gradient passes as it is.',
            'relu 打开：输入为正，梯度原样通过。',
          )
        : text('relu is shut: its input is not positive, so nothing passes.', 'relu 关闭：输入不为正，什么也不通过。');
    default:
      return derivatives[op] ?? text('', '');
  }
}

/** What a gate does with the gradient that it receives, in a sentence. */
export function gateWords({ values, gradients }: Trace, gate: Gate, language: Language): string {
  const { args, node } = gate;
  const facts: Facts = {
    names: args.length === 0 ? [gateName(gate)] : args.map(({ argument }) => gateName(argument)),
    numbers: args.map(({ argument }) => at(values, argument)),
    value: at(values, gate),
    gradient: short(at(gradients, gate)),
  };
  return ruleOf(
    node.op,
    facts,
    args.map(({ active }) => active),
  )[language];
}
