import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  /** What assistive technology reads, where the label alone does not tell. */
  spoken?: string;
  value: string;
  options: readonly { readonly value: string; readonly text: string }[];
  onChange(value: string): void;
}

/** One of a few, in a row of the panel. */
export function Choice({ label, spoken, value, options, onChange }: Props): ReactNode {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} aria-label={spoken} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
