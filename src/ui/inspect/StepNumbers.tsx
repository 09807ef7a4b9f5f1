import './inspect.css';
import { Fragment, type ReactNode, useCallback, useState } from 'react';
import type { Inspection } from '../../engine/inspect.ts';
import { mathmlFilled } from '../../formula/emit/mathml.ts';
import { behindIn, inspectedNow } from '../../state/inspected.ts';
import { place, statusSentence } from '../../state/status.ts';
import { Mathematics } from '../Formula.tsx';
import { useAtCursor } from '../useAtCursor.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { factsOf } from './facts.ts';

const axes = ['x', 'y'] as const;

interface Props {
  id: string;
  /** Names of the rule's state. */
  state: readonly string[];
}

/** The rule of the step under the cursor with that step's numbers, line by line; it opens where the step is drawn, too. */
export function StepNumbers({ id, state }: Props): ReactNode {
  const { inspect: text } = useText();
  const isDrawn = useScene(({ inspect }) => inspect === id);
  const [isOpen, setOpen] = useState(isDrawn);
  const [wasDrawn, setWasDrawn] = useState(isDrawn);
  if (isDrawn !== wasDrawn) {
    setWasDrawn(isDrawn);
    if (isDrawn) setOpen(true);
  }
  return (
    <details className="more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.title}</summary>
      {isOpen && <Numbers id={id} state={state} />}
    </details>
  );
}

function Numbers({ id, state }: Props): ReactNode {
  const { inspect: text } = useText();
  const language = useLanguage();
  const now = useAtCursor(useCallback(() => inspectedNow(id), [id]));
  if (now === undefined) return <p className="note">{text.none}</p>;
  const { scene, run, inspection: step } = now;
  const behind = behindIn(now);
  return (
    <div className="inspection">
      <p className="note">{text.step(step.step)}</p>
      {step.step > run.steps && <p className="problem">{statusSentence(run, scene, language)}</p>}
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
      {behind && <p className="note">{text.behind(place(behind.x, behind.y))}</p>}
      <Facts step={step} state={state} />
    </div>
  );
}

function Facts({ step, state }: { step: Inspection; state: readonly string[] }): ReactNode {
  const { inspect: text } = useText();
  return (
    <dl>
      {factsOf(step, state, text).map(([name, value], i) => (
        <Fragment key={i}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
