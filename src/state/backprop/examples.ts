import type { Text } from '../../formula/text.ts';

/** A program that shows something about backpropagation, and numbers for its inputs. */
export interface Example {
  readonly name: Text;
  readonly program: string;
  readonly inputs: Readonly<Record<string, number>>;
}

/** Programs to begin with; the first is what the view opens with. */
export const examples: readonly [Example, ...Example[]] = [
  {
    name: { en: 'Two ways from b', zh: 'b 的两条路' },
    program: 'c = a + b\nd = b + 1\ne = c*d',
    inputs: { a: 2, b: 1 },
  },
  {
    name: { en: 'Gates', zh: '门电路' },
    program: '2*(x*y + max(z, w))',
    inputs: { x: 3, y: -4, z: 2, w: -1 },
  },
  {
    name: { en: 'A sigmoid neuron', zh: 'sigmoid 神经元' },
    program: 's = w_0*x_0 + w_1*x_1 + b\nf = 1/(1 + exp(-s))',
    inputs: { w_0: 2, x_0: -1, w_1: -3, x_1: -2, b: -3 },
  },
  {
    name: { en: 'Repeated squaring', zh: '反复平方' },
    program: 'p = x^2\nq = p^2\nr = q^2\ns = r^2',
    inputs: { x: 1.1 },
  },
  {
    name: { en: 'A shared part', zh: '共用的部分' },
    program: 'u = x*y\nv = sin(u) + u^2\nv*exp(-u)',
    inputs: { x: 0.8, y: 0.6 },
  },
];
