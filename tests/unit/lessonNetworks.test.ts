import { describe, expect, it } from 'vitest';
import { type LessonId, lessonOf } from '../../src/lessons/catalog.ts';
import { checks } from '../../src/network/checks/catalog.ts';
import { digits } from '../../src/network/data/digits.ts';
import { ensemble } from '../../src/network/ensemble.ts';
import { Training } from '../../src/network/train/train.ts';
import { samplesOf } from '../../src/state/network/samples.ts';
import { networkIn } from '../../src/state/network/settings.ts';
import { commonOf, seenData, specOf } from '../../src/state/network/spec.ts';
import { readScene, type Runner } from '../../src/state/scene.ts';

const told = (lesson: LessonId) => {
  const { scene } = readScene({ lesson });
  const settings = networkIn(scene);
  const common = commonOf(settings, samplesOf(settings).data ?? digits());
  return { settings, common, spec: specOf(common, scene.optimizers.at(-1) as Runner) };
};

describe('what lessons say of networks is what happens', () => {
  it('a wrong sign: better than guessing all the same, and found by the gradient and by twenty samples', () => {
    const { spec } = told('checks');
    expect(spec.mistakes).toEqual(['sign']);
    const failed = checks.filter(({ run }) => !run(spec).passed).map(({ id }) => id);
    expect(failed).toEqual(['gradient', 'overfit']);
    const { question } = lessonOf('checks') ?? {};
    expect(question?.choices[question.answer]?.en).toBe('yes');
  });

  it('five readers of digits err on different ones: together they are better than the best', () => {
    const { settings, common, spec } = told('ensemble');
    const models = [0, 1, 2, 3, 4].map((i) => {
      const training = new Training({ ...spec, seed: spec.seed + i });
      training.advance(settings.epochs * training.stepsPerEpoch);
      return { shape: spec.shape, parameters: training.snapshot.learner.columns[0] as Float64Array };
    });
    const { members, mean, ensemble: together } = ensemble(models, seenData(common), common.split.test);
    expect(together.score).toBeGreaterThan(Math.max(...members.map(({ score }) => score)));
    expect(mean.score).toBeCloseTo(0.96, 2);
    const { question } = lessonOf('ensemble') ?? {};
    expect(question?.choices[question.answer]?.en).toBe('better than the best');
  });
});
