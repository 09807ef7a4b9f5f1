import type { Gate } from '../../formula/circuit.ts';
import { nonFinite } from '../../formula/nonFinite.ts';
import type { Language } from '../../formula/text.ts';
import { at } from '../../formula/trace.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { showOf } from '../../state/backprop/beats.ts';
import type { Shown } from '../../state/backprop/shown.ts';
import { gateName, resultName } from './gateName.ts';
import { applied } from './notation.ts';
import { short } from './number.ts';

/** So many things are told of one beat. */
const most = 4;

function told<T>(items: readonly T[], tell: (item: T) => string, words: Dictionary['graph']['say']): string {
  const rest = items.length - most;
  return [...items.slice(0, most).map(tell), ...(rest > 0 ? [words.more(rest)] : [])].join(words.semicolon);
}

/** How a value comes about, with numbers: c = 2 + 1 = 3. */
function computed({ trace }: Shown, gate: Gate): string {
  const value = short(at(trace.values, gate));
  if (gate.args.length === 0) return `${gateName(gate)} = ${value}`;
  const args = gate.args.map(({ argument }) => short(at(trace.values, argument)));
  return [...gate.names, applied(gate, args), value].join(' = ');
}

/** The contributions that a gate has received, added up: b: 2 + 3 = 5. */
function summed({ trace }: Shown, gate: Gate): string {
  const parts = gate.users.map((wire) => short(at(trace.contributions, wire)));
  const sum = short(at(trace.gradients, gate));
  return parts.length === 1 ? `${gateName(gate)}: ${sum}` : `${gateName(gate)}: ${parts.join(' + ')} = ${sum}`;
}

function faultWords({ trace }: Shown, words: Dictionary['graph']['say'], language: Language): string | undefined {
  const [origin] = nonFinite(trace)?.origins ?? [];
  if (origin === undefined) return undefined;
  const tell = origin.kind === 'value' ? words.fault : words.faultBack;
  return tell(gateName(origin.gate), origin.reason[language]);
}

const inputsOf = ({ trace, circuit }: Shown): string => {
  const result = resultName(circuit);
  return [...circuit.inputs.keys()]
    .map((name) => `∂${result}/∂${name} = ${short(trace.named.get(name)?.gradient ?? 0)}`)
    .join(', ');
};

/** What happens in the beat that a position of the show lies in, in a sentence. */
export function stepWords(
  shown: Shown,
  position: number,
  words: Dictionary['graph']['say'],
  language: Language,
): string {
  const { circuit, trace } = shown;
  const { beats } = showOf(circuit);
  const isOver = position >= beats.length;
  if (isOver || position <= 0) {
    const fault = isOver ? faultWords(shown, words, language) : undefined;
    return (
      fault ?? (isOver && circuit.inputs.size > 0 ? words.done(resultName(circuit), inputsOf(shown)) : words.ready)
    );
  }
  const { kind, gates } = beats[Math.ceil(position) - 1] as (typeof beats)[number];
  switch (kind) {
    case 'value': {
      const isGiven = gates.every(({ args }) => args.length === 0);
      return (isGiven ? words.given : words.values)(told(gates, (gate) => computed(shown, gate), words));
    }
    case 'seed':
      return words.seed(gateName(circuit.result));
    case 'hand': {
      const wires = gates.flatMap(({ args }) => args.filter(({ active }) => active));
      const tell = (wire: (typeof wires)[number]): string =>
        words.handOne(
          gateName(wire.user),
          short(at(trace.gradients, wire.user)),
          short(at(trace.locals, wire)),
          short(at(trace.contributions, wire)),
          gateName(wire.argument),
        );
      return words.hand(told(wires, tell, words));
    }
    case 'sum':
      return words.sum(told(gates, (gate) => summed(shown, gate), words));
  }
}
