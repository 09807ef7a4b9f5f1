import type { ReactNode } from 'react';
import { count, slider as quantityOf } from '../../formula/quantity.ts';
import { fanLimit, seedLimit } from '../../state/field.ts';
import { change, settle } from '../../state/store.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { FanNote } from './FanNote.tsx';
import { withFan } from './recipes.ts';
import { Batches } from './Batches.tsx';
import { Section } from './Section.tsx';
import { Sliders } from './Sliders.tsx';

const noise = quantityOf(0, 0, 10);
const seed = count(1, 0, 99);
const seeds = count(1, 1, fanLimit, 'log');

/** The stochastic in SGD: how noisy gradients are, which draw it is, and how many more are tried. */
export function NoiseSection(): ReactNode {
  const values = useScene(({ noise, seed, fan = 1 }) => ({ noise, seed, fan }));
  const language = useLanguage();
  const { panel, fans } = useText();
  const items = [
    {
      name: 'noise',
      label: panel.noise,
      quantity: noise,
      reset: 0,
      spoken: panel.noise,
      limits: { least: 0, most: Infinity, whole: false },
    },
    {
      name: 'seed',
      label: panel.seed,
      quantity: seed,
      reset: 1,
      spoken: panel.seed,
      limits: { least: 0, most: seedLimit, whole: true },
    },
    {
      name: 'fan',
      label: fans.seeds,
      quantity: seeds,
      reset: 1,
      spoken: fans.seedsSpoken,
      limits: { least: 1, most: fanLimit, whole: true },
    },
  ];
  return (
    <Section title={panel.noiseSection}>
      <Sliders
        key={language}
        items={items}
        values={values}
        onChange={(name, value) =>
          change(name === 'fan' ? withFan(value) : (scene) => ({ ...scene, [name]: value }), name)
        }
        onEditEnd={settle}
      />
      <p className="note">{panel.noiseNote}</p>
      <FanNote />
      <Batches />
    </Section>
  );
}
