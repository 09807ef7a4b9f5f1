import type { ReactNode } from 'react';
import { change, settle } from '../../../state/store.ts';
import { Sliders } from '../../panel/Sliders.tsx';
import { useLanguage } from '../../useText.ts';
import type { Field } from './fields.ts';

/** Sliders for some fields; each drag is one step of undo. */
export function LabSliders({ fields, id }: { fields: readonly Field[]; id: string }): ReactNode {
  const language = useLanguage();
  if (fields.length === 0) return null;
  const items = fields.map(({ value: _, recipe: _of, ...item }) => ({ ...item, reset: item.quantity.initial }));
  return (
    <Sliders
      key={`${language} ${id} ${items.map(({ name, reset }) => `${name}${reset}`).join(' ')}`}
      items={items}
      values={Object.fromEntries(fields.map(({ name, value }) => [name, value]))}
      onChange={(name, value) => {
        const field = fields.find((one) => one.name === name);
        if (field !== undefined) change(field.recipe(value), `network ${name}`);
      }}
      onEditEnd={settle}
    />
  );
}
