import type { GeneratorId } from './data/catalog.ts';
import type { InitialisationId } from './initial.ts';
import type { Activation } from './shape.ts';

/** What a network for some data opens with. */
export interface Preset {
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly initial: InitialisationId;
  readonly batch: number;
  readonly epochs: number;
  /** Whether inputs get mean 0 and deviation 1; pixels are of one kind already, and those at the edge are nearly always 0. */
  readonly standardise: boolean;
}

const plane: Preset = {
  hidden: [8],
  activation: 'tanh',
  initial: 'xavier',
  batch: 32,
  epochs: 60,
  standardise: true,
};

/** By data set; `csv` is for data of one's own. */
export const presets: Readonly<Record<GeneratorId | 'digits' | 'csv', Preset>> = {
  spirals: { ...plane, hidden: [16, 16], epochs: 120 },
  moons: plane,
  circles: plane,
  xor: plane,
  clusters: plane,
  wave: { ...plane, hidden: [16], epochs: 200 },
  digits: { ...plane, hidden: [32], epochs: 30, standardise: false },
  csv: { ...plane, hidden: [16] },
};

/** The shares of the samples that are kept to choose by, and for the end. */
export const shares = { validation: 0.2, test: 0.2 } as const;
