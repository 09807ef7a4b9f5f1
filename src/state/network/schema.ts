import * as v from 'valibot';
import { generators } from '../../network/data/catalog.ts';
import { type InitialisationId, initialisations } from '../../network/initial.ts';
import { isMistake, mistakes } from '../../network/mistakes.ts';
import { type Activation, activations } from '../../network/activations/catalog.ts';
import { schedules } from '../../schedules/catalog.ts';
import { count, type Quantity, slider } from '../../formula/quantity.ts';
import { atLeast, between, expected, identifier, oneOf, real, seedLimit, wholeNumber, yesOrNo } from '../field.ts';

/** Where the samples come from: generated, the digits, or a table of one's own. */
export const dataIds = [...generators.map(({ id }) => id), 'digits', 'csv'] as const;
export type DataId = (typeof dataIds)[number];

/** Characters of a table that a scene carries. */
export const tableLimit = 40_000;
/** Hidden layers, and units of one. With 64 inputs and 8 filters this is as many parameters as a network may have. */
export const layerLimit = 4;
export const unitLimit = 64;
export const epochLimit = 2000;
/** Samples of a step; from the size of the training data on, all of them. */
export const batchLimit = 5000;

/** Reduces lr when validation stops improving; the names are those of PyTorch's ReduceLROnPlateau. */
export const plateau = {
  id: 'plateau',
  params: { factor: slider(0.5, 0.1, 0.9), patience: count(5, 1, 50, 'log') },
} as const satisfies { id: string; params: Record<string, Quantity> };

/** Where the members of an ensemble come from. */
export const ensembleSources = ['seeds', 'checkpoints', 'networks', 'search'] as const;

/** Directions of a slice of the loss: the main ones of the trainings, or random ones. */
export const sliceKinds = ['main', 'random'] as const;

/** How many filters, how many units of a layer, the rate of an optimizer. */
export const filterCount = wholeNumber(1, 8);
export const unitCount = wholeNumber(1, unitLimit);
export const networkRate = atLeast(0);

/** Filters of the first layer over an image. */
const convolutionSchema = v.strictObject({
  filters: filterCount,
  size: v.pipe(v.picklist([3, 5]), expected('3 or 5', '3 或 5')),
  stride: wholeNumber(1, 2),
});

const hiddenLayers = v.pipe(
  v.array(unitCount),
  v.maxLength(layerLimit),
  expected(
    `a list of at most ${layerLimit} whole numbers from 1 to ${unitLimit}`,
    `最多 ${layerLimit} 个 1 到 ${unitLimit} 的整数的列表`,
  ),
);

const tableText = v.pipe(
  v.string(),
  v.maxLength(tableLimit),
  expected(`a table of at most ${tableLimit} characters`, `不超过 ${tableLimit} 个字符的表格`),
);

const sabotageList = v.pipe(
  v.array(v.string()),
  v.check((list) => list.every(isMistake)),
  v.transform((list) => [...new Set(list)].filter(isMistake)),
  expected(`a list of ${Object.keys(mistakes).join(', ')}`, `由 ${Object.keys(mistakes).join('、')} 组成的列表`),
);

const share = between(0.01, 0.45);

/** The decay of lr per epoch: a schedule whose s counts epochs, or `plateau`; its settings beside the kind. */
const decaySchema = v.looseObject({ kind: oneOf([...schedules.map(({ id }) => id), plateau.id]) });

/**
 * The network lab's part of the scene. What is absent is as the data set opens with, so that a link holds what somebody
 * chose and no more.
 */
export const networkSchema = v.strictObject({
  data: v.exactOptional(oneOf<DataId>(dataIds)),
  /** A table of one's own, as text: the last column is what is to be learnt. */
  table: v.exactOptional(tableText),
  /** Of the generator: rows, noise, and its own. */
  params: v.exactOptional(v.record(v.string(), real)),
  /** Of samples, split, weights and batches alike, each with a stream of its own. */
  seed: v.exactOptional(wholeNumber(0, seedLimit)),
  /** Units of each hidden layer. */
  hidden: v.exactOptional(hiddenLayers),
  /** Over the pixels of images; other data have none. */
  convolution: v.exactOptional(convolutionSchema),
  activation: v.exactOptional(oneOf(Object.keys(activations) as Activation[])),
  initial: v.exactOptional(oneOf(Object.keys(initialisations) as InitialisationId[])),
  l2: v.exactOptional(atLeast(0)),
  batch: v.exactOptional(wholeNumber(1, batchLimit)),
  standardise: v.exactOptional(yesOrNo),
  /** Shares of the samples that are kept to choose by, and for the end. */
  validation: v.exactOptional(share),
  test: v.exactOptional(share),
  epochs: v.exactOptional(wholeNumber(1, epochLimit)),
  decay: v.exactOptional(decaySchema),
  /** lr by optimizer; without one, the rate that its rule opens networks with. */
  rates: v.exactOptional(v.record(v.string(), networkRate)),
  /** What is done wrong on purpose. */
  sabotages: v.exactOptional(sabotageList),
  /** The epoch that is shown; without it, training begins when the lab is opened. */
  epoch: v.exactOptional(wholeNumber(0, epochLimit)),
  /** What is looked at, and changes no training: the optimizer whose network, the last one without it; … */
  chosen: v.exactOptional(identifier),
  /** … an ensemble's source and how many members; … */
  ensemble: v.exactOptional(oneOf(ensembleSources)),
  members: v.exactOptional(wholeNumber(2, 12)),
  /** … and a slice's directions. */
  slice: v.exactOptional(oneOf(sliceKinds)),
});

export type NetworkPart = v.InferOutput<typeof networkSchema>;
export type Decay = { readonly kind: string } & Readonly<Record<string, unknown>>;
