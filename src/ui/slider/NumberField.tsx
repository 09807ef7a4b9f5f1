import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Quantity } from '../../formula/quantity.ts';
import type { Limits } from '../../state/field.ts';
import { useText } from '../useText.ts';
import { readNumber, writeNumber } from './number.ts';
import { valueAfterKey, warnedSide } from './scale.ts';
import { type Fault, typedProblem } from './typedProblem.ts';

interface Props {
  /** What assistive technology calls the number. */
  name: string;
  value: number;
  limits: Limits;
  /** The slider beside it, where there is one: values beyond it get a mark, and arrow keys take its steps. */
  quantity?: Quantity;
  onCommit(value: number): void;
}

/** A field for a number. What cannot be read leaves the number as it was and says why. */
export function NumberField({ name, value, limits, quantity, onCommit }: Props): ReactNode {
  const { slider: words } = useText();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState<{ fault: Fault; typed: string; kept: number }>();
  // Another value from elsewhere: what was typed before is no longer what it is about.
  if (refused !== undefined && refused.kept !== value) setRefused(undefined);
  const problem = refused && typedProblem(refused.fault, refused.typed, value, words);
  const side = quantity === undefined ? 'inside' : warnedSide(quantity, value);
  const beyond = side === 'inside' ? undefined : side;

  const commit = (): void => {
    if (draft === undefined) return;
    const typed = readNumber(draft, limits);
    setDraft(undefined);
    setRefused('fault' in typed ? { fault: typed, typed: draft, kept: value } : undefined);
    if ('value' in typed && typed.value !== value) onCommit(typed.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      setDraft(undefined);
    }
    if (quantity === undefined || !['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key)) return;
    event.preventDefault();
    setDraft(undefined);
    onCommit(valueAfterKey(quantity, value, event.key) ?? value);
  };

  return (
    <>
      <span className="field" data-beyond={beyond} title={beyond && words.beyond}>
        <input
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={draft ?? writeNumber(value)}
          aria-label={words.value(name)}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : id}
          onChange={(event) => {
            setDraft(event.target.value);
            setRefused(undefined);
          }}
          onFocus={(event) => event.target.select()}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </span>
      {problem !== undefined && (
        <p className="problem" id={id} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
