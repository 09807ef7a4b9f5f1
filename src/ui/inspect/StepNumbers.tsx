import './inspect.css';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import type { Inspection } from '../../engine/inspect.ts';
import { mathmlFilled } from '../../formula/emit/mathml.ts';
import { readable } from '../../state/status.ts';
import { atRest } from '../atRest.ts';
import { Mathematics } from '../Formula.tsx';
import { useLanguage } from '../useText.ts';
import { inspectNow } from '../../state/inspected.ts';
import { words } from './words.ts';

const axes = ['x', 'y'] as const;
type Pair = Readonly<Record<(typeof axes)[number], number | undefined>>;

/** The rule of the step under the cursor with that step's numbers, line by line, whenever the show is at rest. */
export function StepNumbers({ id }: { id: string }): ReactNode {
  const text = words[useLanguage()];
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.title}</summary>
      {isOpen && <Numbers id={id} />}
    </details>
  );
}

function Numbers({ id }: { id: string }): ReactNode {
  const text = words[useLanguage()];
  const [step, setStep] = useState(() => inspectNow(id));
  useEffect(() => atRest(() => setStep(inspectNow(id))), [id]);
  if (step === undefined) return <p className="note">{text.none}</p>;
  return (
    <div className="inspection">
      <p className="note">{text.step(step.step)}</p>
      {step.statements.map(({ statement: { name }, filled, value }, i) => (
        <Fragment key={i}>
          {axes.map((coordinate) => (
            <Mathematics
              key={coordinate}
              mathml={mathmlFilled({ name, coordinate }, filled[coordinate], value[coordinate], 4)}
              label={`${name ?? ''} ${text.along(coordinate)}`}
            />
          ))}
        </Fragment>
      ))}
      <Facts step={step} />
    </div>
  );
}

function Facts({ step }: { step: Inspection }): ReactNode {
  const text = words[useLanguage()];
  const shown = (value: number | undefined): string => (value === undefined ? text.undefinedRate : readable(value));
  const both = ({ x, y }: Pair): string => (x === y ? shown(x) : `(${shown(x)}, ${shown(y)})`);
  const facts: [name: string, value: string][] = step.gradients.map(({ argument, exact, point }) =>
    argument === undefined ? [text.gradient, both(exact)] : [text.ahead, `${both(exact)} ${text.at} ${both(point)}`],
  );
  if (step.noise !== undefined) facts.push([text.noise, both(step.noise)]);
  facts.push([text.update, both(step.update)], [text.rate, both(step.rate)]);
  if (step.ratio !== undefined) facts.push([text.ratio, readable(step.ratio)]);
  return (
    <dl>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
