import type { Text } from '../formula/text.ts';
import { type Stream, stream } from './random.ts';
import { type Layer, layersOf, type NetworkShape, parameterCount } from './shape.ts';

/** A way to choose the weights before training; biases begin at 0. */
interface Initialisation {
  readonly name: Text;
  readonly formula: string;
  readonly source: string;
  /** One weight of a layer whose units have `ins` inputs and hand their value to `outs` units. */
  readonly draw: (stream: Stream, ins: number, outs: number) => number;
}

export const initialisations = {
  xavier: {
    name: { en: 'Xavier', zh: 'Xavier' },
    formula: 'U(−√(6/(in + out)), √(6/(in + out)))',
    source:
      'Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, AISTATS, PMLR 9',
    draw: ({ uniform }, ins, outs) => (2 * uniform() - 1) * Math.sqrt(6 / (ins + outs)),
  },
  he: {
    name: { en: 'He', zh: 'He（何恺明）' },
    formula: 'N(0, 2/in)',
    source: 'He, Zhang, Ren & Sun 2015, Delving deep into rectifiers, arXiv:1502.01852',
    draw: ({ normal }, ins) => normal() * Math.sqrt(2 / ins),
  },
  small: {
    name: { en: 'Small random', zh: '小随机数' },
    formula: 'N(0, 0.01²)',
    source:
      'Krizhevsky, Sutskever & Hinton 2012, ImageNet classification with deep convolutional neural networks, NIPS',
    draw: ({ normal }) => 0.01 * normal(),
  },
  zero: {
    name: { en: 'All zero', zh: '全零' },
    formula: '0',
    source: 'All units of a layer start alike, get the same gradient and stay alike: the symmetry is never broken.',
    draw: () => 0,
  },
} as const satisfies Record<string, Initialisation>;

export type InitialisationId = keyof typeof initialisations;

/** Units that a layer's value reaches: for a filter, all of its places count, as for its inputs. */
const fanOut = ({ kind, ins, outs }: Layer): number => (kind === 'convolution' ? outs * ins : outs);

/** The flat parameters before training; the same for the same seed. */
export function initialParameters(shape: NetworkShape, id: InitialisationId, seed: number): Float64Array {
  const layers = layersOf(shape);
  const parameters = new Float64Array(parameterCount(layers));
  const random = stream(seed, 'initial');
  for (const layer of layers)
    for (let i = layer.weights; i < layer.biases; i += 1)
      parameters[i] = initialisations[id].draw(random, layer.ins, fanOut(layer));
  return parameters;
}
