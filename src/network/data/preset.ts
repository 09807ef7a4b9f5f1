import type { Activation } from '../activations/catalog.ts';
import type { InitialisationId } from '../initial.ts';

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

/** … where it says nothing else: few points in the plane. */
export const plane: Preset = {
  hidden: [8],
  activation: 'tanh',
  initial: 'xavier',
  batch: 32,
  epochs: 60,
  standardise: true,
};
