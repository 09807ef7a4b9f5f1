import { type Convolution, layersOf, type NetworkShape, parameterCount } from '../../network/shape.ts';
import { type Activation, activations } from '../../network/activations/catalog.ts';
import { initialisations, type InitialisationId } from '../../network/initial.ts';
import type { Samples } from '../../network/network.ts';
import { openingRules, rules } from '../../optimizers/catalog.ts';
import type { Text } from '../../formula/text.ts';
import { atLeast, oneOf, seedLimit, stepLimit, wholeNumber } from '../../state/field.ts';
import { initialRunner, initialSurface } from '../../state/initial.ts';
import type { Problem } from '../../state/problem.ts';
import { type Given, own, Report } from '../../state/read/report.ts';
import { readRunners } from '../../state/read/runner.ts';
import { readMuSchedule, readSchedule } from '../../state/read/schedule.ts';
import type { LrSchedule, MuSchedule, Runner } from '../../state/schema.ts';

/** What `train` is asked for. */
export interface TrainQuestion {
  readonly shape: NetworkShape;
  readonly samples: Samples;
  /** The flat parameters, or how they are drawn. */
  readonly initial: InitialisationId | Float64Array;
  readonly optimizers: readonly Runner[];
  readonly steps: number;
  readonly batch: number | 'full';
  readonly seed: number;
  readonly schedule: LrSchedule;
  readonly muSchedule: MuSchedule;
}

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

const unitLimit = 1000;
const layerLimit = 8;

/** A list of numbers that all pass; undefined where it is none, which is reported with the first that does not. */
function numbersOf(
  report: Report,
  path: string,
  input: unknown,
  expected: Text,
  accepts: (value: number) => boolean,
): number[] | undefined {
  if (!Array.isArray(input)) {
    report.mismatch(path, { en: `a list, each ${expected.en}`, zh: `列表，每一项${expected.zh}` }, input ?? null);
    return undefined;
  }
  const wrong = input.findIndex((value: unknown) => typeof value !== 'number' || !accepts(value));
  if (wrong < 0) return input as number[];
  report.mismatch(`${path}[${wrong}]`, expected, input[wrong]);
  return undefined;
}

const lengthOf = (count: number): Text => ({ en: `a list of ${count}`, zh: `长度为 ${count} 的列表` });

const finite: Text = { en: 'a finite number', zh: '有限的数' };

/** Rows of so many numbers each, one after the other. */
function rowsOf(report: Report, path: string, input: unknown, width: number): Float64Array | undefined {
  if (!Array.isArray(input) || input.length === 0) {
    report.mismatch(path, { en: 'a list of samples', zh: '样本列表' }, input ?? null);
    return undefined;
  }
  const rows = input.map((row: unknown) => (width === 1 && typeof row === 'number' ? [row] : row));
  const wrong = rows.findIndex((row) => !Array.isArray(row) || row.length !== width);
  if (wrong >= 0) {
    report.mismatch(`${path}[${wrong}]`, lengthOf(width), rows[wrong]);
    return undefined;
  }
  const flat: Float64Array = new Float64Array(rows.length * width);
  for (const [s, row] of (rows as unknown[][]).entries()) {
    const numbers = numbersOf(report, `${path}[${s}]`, row, finite, Number.isFinite);
    if (numbers === undefined) return undefined;
    flat.set(numbers, s * width);
  }
  return flat;
}

function sizesOf(report: Report, given: Given): number[] | undefined {
  const size: Text = { en: `a whole number from 1 to ${unitLimit}`, zh: `1 到 ${unitLimit} 的整数` };
  const accepts = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= unitLimit;
  const sizes = numbersOf(report, 'network.sizes', own(given, 'sizes'), size, accepts);
  if (sizes === undefined || (sizes.length >= 2 && sizes.length <= layerLimit)) return sizes;
  report.mismatch('network.sizes', { en: `2 to ${layerLimit} sizes`, zh: `2 到 ${layerLimit} 个数` }, sizes);
  return undefined;
}

function convolutionOf(report: Report, given: Given): Convolution | undefined {
  const convolution = report.object('network.convolution', own(given, 'convolution'));
  if (convolution === undefined) return undefined;
  const whole = (name: string, least: number, most: number, usual: number): number =>
    report.field(`network.convolution.${name}`, wholeNumber(least, most), own(convolution, name), usual);
  report.unknown('network.convolution.', convolution, ['side', 'filters', 'size', 'stride']);
  const size = own(convolution, 'size');
  if (size !== undefined && size !== 3 && size !== 5)
    report.mismatch('network.convolution.size', { en: '3 or 5', zh: '3 或 5' }, size, 3);
  return {
    side: whole('side', 4, 32, 8),
    filters: whole('filters', 1, 64, 8),
    size: size === 5 ? 5 : 3,
    stride: whole('stride', 1, 4, 1),
  };
}

/** What the samples are to be mapped to: `labels` of classes, or `targets` of numbers. */
function targetsOf(
  report: Report,
  given: Given,
  rows: number,
  outputs: number,
): Pick<Samples, 'labels' | 'numbers'> | undefined {
  const isRight = (length: number, path: string): boolean => {
    if (length === rows) return true;
    report.mismatch(
      path,
      lengthOf(rows),
      Array.from({ length }, () => null),
    );
    return false;
  };
  if (own(given, 'targets') !== undefined) {
    const numbers = rowsOf(report, 'network.targets', own(given, 'targets'), outputs);
    return numbers && isRight(numbers.length / outputs, 'network.targets')
      ? { labels: new Int32Array(0), numbers }
      : undefined;
  }
  const label: Text = { en: `a whole number from 0 to ${outputs - 1}`, zh: `0 到 ${outputs - 1} 的整数` };
  const accepts = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < outputs;
  const labels = numbersOf(report, 'network.labels', own(given, 'labels'), label, accepts);
  return labels && isRight(labels.length, 'network.labels')
    ? { labels: Int32Array.from(labels), numbers: new Float64Array(0) }
    : undefined;
}

type Network = Pick<TrainQuestion, 'shape' | 'samples' | 'initial'>;

function readNetwork(report: Report, input: unknown): Network | undefined {
  const given = report.object('network', input ?? null);
  if (given === undefined) return undefined;
  const known = ['sizes', 'activation', 'l2', 'convolution', 'inputs', 'labels', 'targets', 'parameters', 'initial'];
  report.unknown('network.', given, known);
  const sizes = sizesOf(report, given);
  if (sizes === undefined) return undefined;
  const outputs = sizes.at(-1) as number;
  const inputs = rowsOf(report, 'network.inputs', own(given, 'inputs'), sizes[0] as number);
  if (inputs === undefined) return undefined;
  const rows = inputs.length / (sizes[0] as number);
  const targets = targetsOf(report, given, rows, outputs);
  const convolution = convolutionOf(report, given);
  const shape: NetworkShape = {
    sizes,
    activation: report.field<Activation>(
      'network.activation',
      oneOf(keys(activations)),
      own(given, 'activation'),
      'tanh',
    ),
    task: own(given, 'targets') === undefined ? 'classes' : 'numbers',
    l2: report.field('network.l2', atLeast(0), own(given, 'l2'), 0),
    ...(convolution ? { convolution } : {}),
  };
  const initial = initialOf(report, given, shape);
  return targets && initial && { shape, samples: { inputs, rows, ...targets }, initial };
}

function initialOf(report: Report, given: Given, shape: NetworkShape): TrainQuestion['initial'] | undefined {
  let count: number;
  try {
    count = parameterCount(layersOf(shape));
  } catch (error) {
    const { message } = error as Error;
    report.add('network', { en: message, zh: message });
    return undefined;
  }
  if (own(given, 'parameters') === undefined)
    return report.field<InitialisationId>(
      'network.initial',
      oneOf(keys(initialisations)),
      own(given, 'initial'),
      'xavier',
    );
  const parameters = numbersOf(report, 'network.parameters', own(given, 'parameters'), finite, Number.isFinite);
  if (parameters === undefined || parameters.length === count) return parameters && Float64Array.from(parameters);
  report.mismatch('network.parameters', lengthOf(count), parameters);
  return undefined;
}

const readBatch = (report: Report, input: unknown): number | 'full' => {
  if (input === undefined || input === 'full') return 'full';
  if (typeof input === 'number' && Number.isInteger(input) && input >= 1) return input;
  report.mismatch('batch', { en: '"full" or a whole number from 1', zh: '"full" 或不小于 1 的整数' }, input, 'full');
  return 'full';
};

/** Reads what `train` is asked for; undefined where there is no network to train. Sentences name the field. */
export function readTrainQuestion(input: unknown): {
  question: TrainQuestion | undefined;
  problems: readonly Problem[];
} {
  const report = new Report();
  const given = report.object('', input ?? null) ?? {};
  report.unknown('', given, ['network', 'optimizers', 'steps', 'batch', 'seed', 'schedule', 'muSchedule']);
  const surface = initialSurface('rosenbrock');
  const list = own(given, 'optimizers');
  const runners = (list === undefined ? openingRules : rules).map(({ id, networkRate }): Runner => ({
    ...initialRunner(id, surface),
    lr: networkRate,
  }));
  const optimizers = readRunners(report, list, surface, runners);
  const rest = {
    optimizers: optimizers.filter(({ off }) => off !== true),
    steps: report.field('steps', wholeNumber(0, stepLimit), own(given, 'steps'), 20),
    batch: readBatch(report, own(given, 'batch')),
    seed: report.field('seed', wholeNumber(0, seedLimit), own(given, 'seed'), 1),
    schedule: readSchedule(report, own(given, 'schedule'), { kind: 'constant' }),
    muSchedule: readMuSchedule(report, own(given, 'muSchedule'), { kind: 'constant' }),
  };
  const network = readNetwork(report, own(given, 'network'));
  return { question: network && { ...network, ...rest }, problems: report.problems };
}
