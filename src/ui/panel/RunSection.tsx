import type { ReactNode } from 'react';
import { slider as quantityOf, count } from '../../formula/quantity.ts';
import { stepLimit } from '../../state/field.ts';
import { stepsOn } from '../../state/scene.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { Section } from './Section.tsx';
import { Sliders } from './Sliders.tsx';

/** Where all runs start, and how many steps they have. */
export function RunSection(): ReactNode {
  const scene = useScene(({ start, steps, surface }) => ({ start, steps, surface }));
  const language = useLanguage();
  const { panel, title } = useText();
  const { domain, starts, formula } = surfaceIn(scene);
  const [x0, x1, y0, y1] = domain;
  const [x, y] = starts[0] ?? [0, 0];
  const steps = count(stepsOn(scene.surface), 10, stepLimit, 'log');
  const items = [
    { name: 'x', label: 'x', quantity: quantityOf(x, x0, x1), reset: x, spoken: title.startX },
    { name: 'y', label: 'y', quantity: quantityOf(y, y0, y1), reset: y, spoken: title.startY },
    {
      name: 'steps',
      label: panel.steps,
      quantity: steps,
      reset: steps.initial,
      spoken: panel.steps,
      limits: { least: 1, most: stepLimit, whole: true },
    },
  ];
  return (
    <Section title={panel.run}>
      <Sliders
        key={`${language} ${formula} ${domain.join()}`}
        items={items}
        values={{ x: scene.start[0], y: scene.start[1], steps: scene.steps }}
        onChange={(name, value) =>
          change((before) => {
            if (name === 'steps') return { ...before, steps: value };
            return { ...before, start: name === 'x' ? [value, before.start[1]] : [before.start[0], value] };
          }, `run ${name}`)
        }
        onEditEnd={settle}
      />
    </Section>
  );
}
