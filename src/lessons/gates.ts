import { lesson } from './lesson.ts';

/** What gates do with a gradient. Karpathy 2016, CS231n notes on backpropagation. */
export const gates = lesson({
  id: 'gates',
  title: { en: 'Add, max and multiply gates', zh: '加法、最大值与乘法门' },
  caption: {
    en: 'Add hands its gradient to both inputs, multiply hands each the other’s value. Max hands everything to the larger one, so w gets nothing.',
    zh: '加法门把梯度原样传给两个输入，乘法门传给每个输入时乘上另一个的值。最大值门只传给较大的一个，所以 w 得到 0。',
  },
  point: {
    en: 'The red numbers: equal at +, exchanged at ×, one of them 0 at max.',
    zh: '看红色的数字：+ 处相等，× 处互换，max 处有一个是 0。',
  },
  question: {
    ask: { en: 'w = −1 grows a little while z = 2. The result …', zh: 'z = 2，w 从 −1 略微增大，结果会……' },
    choices: [
      { en: 'grows', zh: '变大' },
      { en: 'shrinks', zh: '变小' },
      { en: 'stays', zh: '不变' },
    ],
    answer: 2,
  },
  scene: { view: 'backprop', backprop: { program: '2*(x*y + max(z, w))', inputs: { x: 3, y: -4, z: 2, w: -1 } } },
});
