import { pythonNumber } from '../formula/emit/python.ts';
import type { Language, Text } from '../formula/text.ts';
import { activations } from './activations/catalog.ts';
import type { Standard } from './data/split.ts';
import { type Model, predict } from './predict.ts';
import { layersOf } from './shape.ts';

/** A trained network with what a person needs to use it elsewhere. */
export interface TrainedModel extends Model {
  /** Epochs that it was trained for. */
  readonly epoch: number;
  readonly features: readonly string[];
  readonly classes: readonly string[];
  readonly wanted: readonly string[];
  /** How inputs were standardised, where they were. */
  readonly standard?: Standard;
  /** A sample, as it was before standardisation. */
  readonly example: Float64Array;
}

const comments = {
  title: (sizes: readonly number[], epoch: number): Text => ({ en: `A ${sizes.join('-')} network that Downhill trained, after epoch ${epoch}, in float64.`, zh: `Downhill 训练的 ${sizes.join('-')} 网络，第 ${epoch} 轮之后，float64。` }),
  classes: (classes: readonly string[]): Text => ({ en: `Probabilities of the classes ${classes.join(', ')}, a row per sample.`, zh: `各类别 ${classes.join('、')} 的概率，每个样本一行。` }),
  numbers: (wanted: readonly string[]): Text => ({ en: `${wanted.join(', ')}, a row per sample.`, zh: `${wanted.join('、')}，每个样本一行。` }),
  expected: { en: 'Downhill says', zh: 'Downhill 的结果' },
} as const; // prettier-ignore

/** Python numbers, a few a line. */
const tensor = (numbers: Float64Array): string[] => {
  const texts = Array.from(numbers, pythonNumber);
  const lines = Array.from({ length: Math.ceil(texts.length / 4) }, (_, i) => `    ${texts.slice(4 * i, 4 * i + 4).join(', ')},`); // prettier-ignore
  return ['torch.tensor([', ...lines, '])'];
};

const named = (name: string, [first = '', ...rest]: readonly string[]): string[] => [`${name} = ${first}`, ...rest];

function layerLines({ shape }: Model): string[] {
  const { convolution } = shape;
  const { torch } = activations[shape.activation];
  const layers = layersOf(shape);
  return layers.flatMap(({ kind, ins, outs }, l) => {
    if (kind === 'dense') return [`nn.Linear(${ins}, ${outs})`, ...(l < layers.length - 1 ? [torch] : [])];
    const { side, size, stride } = convolution as NonNullable<typeof convolution>;
    const grid = `nn.Unflatten(1, (1, ${side}, ${side}))`;
    return [grid, `nn.Conv2d(1, ${outs}, ${size}, stride=${stride})`, torch, 'nn.MaxPool2d(2)', 'nn.Flatten()']; // prettier-ignore
  });
}

const standardised = ({ example, standard }: TrainedModel): Float64Array =>
  standard === undefined
    ? example
    : example.map((x, i) => (x - (standard.mean[i] as number)) / (standard.deviation[i] as number));

/**
 * The network as a Python script with its parameters and a function `predict`, which it calls with the example. PyTorch
 * has the parameters of its layers in the same order, so they are given as they are.
 */
export function modelScript(model: TrainedModel, language: Language = 'en'): string {
  const { shape, parameters, epoch, standard, classes, wanted, example } = model;
  const isClasses = shape.task === 'classes';
  const result = isClasses ? comments.classes(classes) : comments.numbers(wanted);
  const expected = Array.from(predict(model, standardised(model)), (value) => value.toPrecision(6));
  const input = standard === undefined ? 'inputs' : '(inputs - mean) / deviation';
  return [
    `# ${comments.title(shape.sizes, epoch)[language]}`,
    ...['import torch', 'from torch import nn', '', 'torch.set_default_dtype(torch.float64)', ''],
    ...['model = nn.Sequential(', ...layerLines(model).map((line) => `    ${line},`), ')', ''],
    ...named('parameters', tensor(parameters)),
    ...['nn.utils.vector_to_parameters(parameters, model.parameters())', ''],
    ...(standard === undefined ? [] : [...named('mean', tensor(standard.mean)), ...named('deviation', tensor(standard.deviation)), '']), // prettier-ignore
    '',
    'def predict(inputs):',
    `    """${result[language]}"""`,
    '    with torch.no_grad():',
    `        return ${isClasses ? `torch.softmax(model(${input}), 1)` : `model(${input})`}`,
    ...['', ''],
    ...named('example', tensor(example)),
    `# ${comments.expected[language]}: ${expected.join(', ')}`,
    "print('outputs:', *predict(example[None])[0].tolist())",
    '',
  ].join('\n');
}

/** The network as JSON, its layout in words. */
export const modelJson = ({ shape, parameters, epoch, features, classes, wanted, standard }: TrainedModel): string =>
  `${JSON.stringify({
    layout: 'per layer W[out][in] row by row, then b; a convolution is W[filter][row][column], then b',
    ...shape,
    epoch,
    features,
    ...(classes.length > 0 ? { classes } : { wanted }),
    ...(standard ? { standard: { mean: [...standard.mean], deviation: [...standard.deviation] } } : {}),
    parameters: [...parameters],
  })}\n`;
