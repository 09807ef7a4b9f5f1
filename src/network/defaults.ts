import { type GeneratorId, generators } from './data/catalog.ts';
import { plane, type Preset } from './data/preset.ts';

/** By data set; `csv` is for data of one's own. */
export const presets: Readonly<Record<GeneratorId | 'digits' | 'csv', Preset>> = {
  ...(Object.fromEntries(generators.map(({ id, preset }) => [id, { ...plane, ...preset }])) as Record<
    GeneratorId,
    Preset
  >),
  digits: { ...plane, hidden: [32], epochs: 30, standardise: false },
  csv: { ...plane, hidden: [16] },
};

/** The shares of the samples that are kept to choose by, and for the end. */
export const shares = { validation: 0.2, test: 0.2 } as const;
