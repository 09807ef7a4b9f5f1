import { Training } from '../train/train.ts';
import { check, overflowAt, shown } from './check.ts';

const steps = 100;

/** A hundred steps without a number that is not finite. */
export const finite = check({
  id: 'finite',
  name: { en: 'Loss is a number', zh: '损失是有限数' },
  run: (spec) => {
    const training = new Training(spec);
    training.advance(steps);
    const { divergedAt } = training.snapshot;
    const { loss } = training.evaluate(spec.split.train);
    const passed = divergedAt === undefined && Number.isFinite(loss);
    const overflow = overflowAt(divergedAt ?? steps);
    const sentence = passed
      ? { en: `After ${steps} steps the loss is ${shown(loss)}.`, zh: `${steps} 步后损失为 ${shown(loss)}。` }
      : {
          en: `A${overflow.en.slice(1)}: the rate or the inputs are too large.`,
          zh: `${overflow.zh}：学习率或输入过大。`,
        };
    return { passed, number: loss, sentence };
  },
  teaches: {
    en: 'Once a number has overflowed, everything after it is lost: it is worth looking before a long training.',
    zh: '一旦数值溢出，之后的一切都没有意义：长时间训练前值得先看一眼。',
  },
});
