import { type ReactNode, useId, useState } from 'react';
import { surfaceIn } from '../../state/surface.ts';
import { NumberField } from '../slider/NumberField.tsx';
import { writeNumber } from '../slider/number.ts';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { type Domain, withDomain } from './recipes.ts';
import { take } from './take.ts';

const limits = { least: -1e9, most: 1e9, whole: false };

/** The part of the plane that is shown, as four numbers. */
export function DomainFields(): ReactNode {
  const { domain } = useScene(surfaceIn);
  const { editor } = useText();
  const id = useId();
  /** The axis whose ends were typed the wrong way round, and what stayed. */
  const [crossed, setCrossed] = useState<{ axis: string; from: number; to: number }>();
  const set = (end: number, value: number): void => {
    const next = domain.map((before, i) => (i === end ? value : before)) as unknown as Domain;
    const axis = end < 2 ? 0 : 2;
    const isCrossed = next[axis] >= (next[axis + 1] as number);
    setCrossed(
      isCrossed ? { axis: axis === 0 ? 'x' : 'y', from: domain[axis], to: domain[axis + 1] as number } : undefined,
    );
    if (!isCrossed) take(withDomain(next));
  };
  const field = (end: number, name: string): ReactNode => (
    <NumberField name={name} value={domain[end] as number} limits={limits} onCommit={(value) => set(end, value)} />
  );
  return (
    <fieldset className="domain" aria-describedby={crossed === undefined ? undefined : id}>
      <legend>{editor.domain}</legend>
      {(['x', 'y'] as const).map((axis, i) => (
        <div key={axis} className="domain-axis">
          <i>{axis}</i>
          {field(2 * i, editor.from(axis))}
          <span>{editor.to}</span>
          {field(2 * i + 1, editor.until(axis))}
        </div>
      ))}
      {crossed !== undefined && (
        <p className="problem" id={id} role="status">
          {editor.crossed(crossed.axis, writeNumber(crossed.from), writeNumber(crossed.to))}
        </p>
      )}
    </fieldset>
  );
}
