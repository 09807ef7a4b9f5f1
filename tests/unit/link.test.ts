import fc from 'fast-check';
import lz from 'lz-string';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, LinkError } from '../../src/state/link.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';

const error = (link: string): LinkError => {
  try {
    decodeLink(link);
  } catch (thrown) {
    if (thrown instanceof LinkError) return thrown;
    throw thrown;
  }
  throw new Error('the link was taken');
};

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const positive = number.map(Math.abs);
const scenes: fc.Arbitrary<Scene> = fc
  .record({
    surface: fc.constantFrom<Scene['surface']>(
      { id: 'rosenbrock', params: { a: 1.5, b: 0.1 + 0.2 } },
      { formula: 'k*x^2 + (y - 1)^2 + 0*sin(3x)', params: { k: 1e-300 }, domain: [-1, 1, 0, 5e-324] },
    ),
    start: fc.tuple(number, number),
    steps: fc.integer({ min: 1, max: 20_000 }),
    seed: fc.nat(),
    noise: positive,
    schedule: fc.constantFrom<Scene['schedule']>(
      { kind: 'cosine', floor: 1e-9, over: 10, warmup: 3 },
      { kind: 'inverse', rate: 0.3 },
    ),
    muSchedule: fc.constantFrom<Scene['muSchedule']>(
      { kind: 'linear', from: 0.1, to: 0.7, over: 9 },
      { kind: 'constant' },
    ),
    lr: positive,
    off: fc.boolean(),
  })
  .map(({ lr, off, ...rest }) => ({
    ...initialScene(),
    ...rest,
    optimizers: [
      { id: 'adam', lr, beta1: 0.9, beta2: 0.999, eps: 1e-8, variant: 'epsInside', off },
      { id: 'mine', rule: 'u = u + g; x = x - lr*u*z', state: ['u'], lr, z: lr / 3, variant: 'default' },
    ],
    solo: 'mine',
    cursor: 17,
  }));

describe('links', () => {
  it('bring back exactly the scene that they were made of', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { scene: back, problems } = readScene(decodeLink(encodeLink(scene)));
        expect(problems.map((found) => found.sentence('en'))).toEqual([]);
        expect(back).toEqual(scene);
        expect(JSON.stringify(back)).toBe(JSON.stringify(scene));
      }),
      { seed: 1 },
    );
  });

  it('are short, and need no escaping', () => {
    const link = encodeLink(initialScene());
    expect(link).toMatch(/^#1[A-Za-z0-9+\-$]+$/);
    expect(link.length).toBeLessThan(700);
  });

  it('may hold plain JSON, as typed or percent-encoded, and follow an address', () => {
    const json = '{"steps": 30, "surface": {"formula": "x^2 + y^2"}}';
    const expected = { steps: 30, surface: { formula: 'x^2 + y^2' } };
    for (const link of [
      `#${json}`,
      `#${encodeURIComponent(json)}`,
      `#${encodeURI(json)}`,
      `https://example.org/a?b#${encodeURIComponent(json)}`,
    ])
      expect(decodeLink(link)).toEqual(expected);
    expect(decodeLink(`https://example.org/${encodeLink(initialScene())}`)).toEqual(initialScene());
  });

  it('without a scene hold nothing', () => {
    expect([decodeLink('#'), decodeLink('')]).toEqual([undefined, undefined]);
  });

  it.each([
    '#1',
    '#1!!!',
    '#1zz',
    '#1N4Ig',
    '#%7B%22steps',
    '#{"steps":NaN}',
    '#%',
    '#{%zz}',
    '#hello',
    encodeLink(initialScene()).slice(0, 60),
  ])('%s is damaged, and says so', (link) => {
    expect(error(link).sentence('en')).toContain('the link is damaged');
    expect(error(link).sentence('zh')).toContain('链接已损坏');
  });

  it('of a later version name it', () => {
    expect(error('#27abc').sentence('en')).toContain('the link is of version 27, this page reads version 1');
  });

  it('that are too long are not unpacked', () => {
    const bomb = `#1${lz.compressToEncodedURIComponent('a'.repeat(200_000))}${'A'.repeat(50_000)}`;
    expect(error(bomb).sentence('en')).toContain('the limit is 40000');
  });

  it('of random letters give a sentence, from here or from the reader of scenes', () => {
    const isTold = (link: string): boolean => {
      try {
        return readScene(decodeLink(link)).problems.length === 1;
      } catch (thrown) {
        return thrown instanceof LinkError;
      }
    };
    const letters = fc.stringMatching(/^[A-Za-z0-9+$-]{1,60}$/);
    fc.assert(
      fc.property(letters, (text) => {
        expect(isTold(`#1${text}`)).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('with any letter changed give a sentence or a valid scene', () => {
    const link = encodeLink(initialScene());
    fc.assert(
      fc.property(
        fc.nat({ max: link.length - 3 }),
        fc.constantFrom('A', 'B', 'c', '0', '9', '+', '-', '$'),
        (place, letter) => {
          const tampered = link.slice(0, place + 2) + letter + link.slice(place + 3);
          try {
            const { scene } = readScene(decodeLink(tampered));
            expect(readScene(scene).problems).toEqual([]);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(LinkError);
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
