import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import { count } from '../../i18n/numbers.ts';
import { lightWires } from '../../state/backprop.ts';
import { firstPaths, pathCounts, wiresWalked } from '../../formula/paths.ts';
import type { Trace } from '../../formula/trace.ts';
import { gateName } from '../graph/gateName.ts';
import { short } from '../graph/number.ts';
import { Choice } from '../panel/Choice.tsx';
import { useLanguage, useText } from '../useText.ts';
import { PathList } from './PathList.tsx';
import { timesText, wiresTo, yearsOf } from './paths.ts';
import './backprop.css';

/** So many paths are listed; the others are counted. */
const listed = 24;

/** The derivative by one input as the sum over all paths, and what walking them costs against backpropagation. */
export function PathsPanel({ trace }: { trace: Trace }): ReactNode {
  const { paths: text } = useText().backprop;
  const { circuit } = trace;
  const [chosen, setChosen] = useState<string>();
  const counts = useMemo(() => pathCounts(circuit), [circuit]);
  const input = chosen !== undefined && counts.has(chosen) ? chosen : mostPaths(counts);
  useEffect(() => () => lightWires(null), [circuit, input]);
  if (input === undefined) return <p className="note">{text.noInputs}</p>;
  const number = counts.get(input) as bigint;
  const result = gateName(circuit.result);
  const paths = firstPaths(trace, input, listed);
  const gradient = trace.named.get(input)?.gradient as number;
  return (
    <div className="all-paths">
      <Choice
        label={text.input}
        value={input}
        options={[...counts.keys()].map((name) => ({ value: name, text: name }))}
        onChange={setChosen}
      />
      <p>{number === 0n ? text.none(result, input) : text.count(number, result, input)}</p>
      <Walked trace={trace} />
      {number > 0n && (
        <>
          <button type="button" className="chip" onClick={() => lightWires(wiresTo(circuit, input))}>
            {text.all}
          </button>
          <PathList circuit={circuit} paths={paths} label={text.list(input)} />
          <p className="paths-sum">
            {number > BigInt(listed)
              ? `${text.more(number - BigInt(listed))} ${short(gradient)}.`
              : text.sumIs(short(gradient))}
          </p>
        </>
      )}
    </div>
  );
}

/** The first of the inputs to which most paths lead. */
const mostPaths = (counts: ReadonlyMap<string, bigint>): string | undefined =>
  [...counts].reduce<[string, bigint] | undefined>(
    (most, each) => (most !== undefined && most[1] >= each[1] ? most : (each as [string, bigint])),
    undefined,
  )?.[0];

/** The edges that both ways walk, with bars whose lengths are the logarithms. */
function Walked({ trace: { circuit } }: { trace: Trace }): ReactNode {
  const { paths: text } = useText().backprop;
  const language = useLanguage();
  const walked = useMemo(() => wiresWalked(circuit), [circuit]);
  const digits = (n: bigint | number): number => Math.log10(1 + Number(n));
  const most = Math.max(digits(walked.paths), digits(walked.backprop), 1);
  const rows = [
    [text.byPaths, walked.paths],
    [text.byBackprop, walked.backprop],
  ] as const;
  const years = yearsOf(walked.paths);
  return (
    <div className="walked">
      <h3>{text.walked}</h3>
      {rows.map(([name, edges]) => (
        <p key={name}>
          <span>{name}</span> <b>{text.edges(edges)}</b>
          <span className="walked-bar" style={{ '--share': `${(100 * digits(edges)) / most}%` } as CSSProperties} />
        </p>
      ))}
      <p className="note">
        {walked.paths > BigInt(walked.backprop) ? text.times(timesText(walked.paths, walked.backprop)) : text.equal}
        {years !== undefined && ` ${text.age(count(language, years))}`}
      </p>
    </div>
  );
}
