import type { ReactNode } from 'react';
import type { Quantity } from '../../../formula/quantity.ts';
import { change, settle } from '../../../state/store.ts';
import type { Scene } from '../../../state/scene.ts';
import { Sliders } from '../../panel/Sliders.tsx';
import { useLanguage } from '../../useText.ts';

/** A setting of the lab with a slider; values above `most` cannot be typed, where it is given. */
export interface Setting {
  readonly name: string;
  readonly label: string;
  readonly quantity: Quantity;
  readonly value: number;
  readonly spoken: string;
  readonly most?: number;
  recipe(value: number): (scene: Scene) => Scene;
}

/** Sliders for some settings; each drag is one step of undo. */
export function LabSliders({ settings, id }: { settings: readonly Setting[]; id: string }): ReactNode {
  const language = useLanguage();
  if (settings.length === 0) return null;
  const items = settings.map(({ name, label, quantity, spoken, most }) => ({
    name,
    label,
    quantity,
    reset: quantity.initial,
    spoken,
    limits: {
      least: quantity.integer === true ? quantity.min : 0,
      most: most ?? (quantity.integer === true ? quantity.max : Infinity),
      whole: quantity.integer === true,
    },
  }));
  return (
    <Sliders
      key={`${language} ${id} ${items.map(({ name, reset }) => `${name}${reset}`).join(' ')}`}
      items={items}
      values={Object.fromEntries(settings.map(({ name, value }) => [name, value]))}
      onChange={(name, value) => {
        const setting = settings.find((one) => one.name === name);
        if (setting !== undefined) change(setting.recipe(value), `network ${name}`);
      }}
      onEditEnd={settle}
    />
  );
}
