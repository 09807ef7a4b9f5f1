import { describe, expect, it } from 'vitest';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { showOf } from '../../src/state/backprop/beats.ts';
import { examples } from '../../src/state/backprop/examples.ts';
import { type Shown, shownNow } from '../../src/state/backprop/shown.ts';
import { initialScene, readScene } from '../../src/state/scene.ts';
import { sceneStore } from '../../src/state/store.ts';
import { stepWords } from '../../src/ui/graph/stepWords.ts';

const shown = (backprop: object): Shown => {
  sceneStore.setState({ scene: readScene({ backprop }, initialScene()).scene });
  return shownNow();
};
const words = (of: Shown, position: number, language: 'en' | 'zh' = 'en'): string =>
  stepWords(of, position, dictionaries[language].graph.say, language);

describe('what happens in a step', () => {
  it('of the first example, with its numbers', () => {
    const first = shown({ program: examples[0].program, inputs: { a: 2, b: 1 } });
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((beat) => words(first, beat))).toEqual([
      'Play shows how the values come about, and then the gradients.',
      'The inputs are given: a = 2; b = 1.',
      'Forward: c = 2 + 1 = 3.',
      'Forward: d = 1 + 1 = 2.',
      'Forward: e = 3 × 2 = 6.',
      'Backward: e starts with the gradient 1, its derivative by itself.',
      'Total × local derivative: e hands 1 × 2 = 2 to c; e hands 1 × 3 = 3 to d.',
      'Added up: c: 2; d: 3.',
      'Total × local derivative: c hands 2 × 1 = 2 to a; c hands 2 × 1 = 2 to b; d hands 3 × 1 = 3 to b.',
      'Done: the derivatives of e are ∂e/∂a = 2, ∂e/∂b = 5.',
    ]);
    expect(words(first, 7.2, 'zh')).toContain('c 把 2 × 1 = 2 传给 b');
  });

  it('tells where contributions pile up what they add up to', () => {
    const one = shown({ program: 'b = a*a + a\nsin(b)*b', inputs: { a: 0 } });
    const { beats } = showOf(one.circuit);
    const position = beats.findIndex(
      ({ kind, gates }) => kind === 'sum' && gates.some(({ names }) => names[0] === 'b'),
    );
    expect(words(one, position + 1)).toMatch(/^Added up: b: 0 \+ 0 = 0/);
  });

  it('is short where much happens at once', () => {
    const many = shown({ program: Array.from({ length: 60 }, (_, i) => `sin(${i + 2}*x)`).join('+') });
    expect(words(many, 2)).toMatch(/; and 56 more\.$/);
  });

  it('says at the end where there is no value, and why', () => {
    const one = shown({ program: 'a = x - 1\nb = log(a)\nb*y', inputs: { x: 0.7, y: 2 } });
    const end = showOf(one.circuit).beats.length;
    expect(words(one, end)).toBe('b has no value: log of −0.3. What is computed from it has none either.');
    expect(words(one, end, 'zh')).toBe('b 没有值：−0.3 的 log。由它算出的节点也都没有值。');
    const corner = shown({ program: 'r = sqrt(x)\nr', inputs: { x: 0 } });
    expect(words(corner, showOf(corner.circuit).beats.length)).toMatch(/^No gradient at r: /);
  });
});
