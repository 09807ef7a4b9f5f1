import fc from 'fast-check';
import lz from 'lz-string';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../src/state/address.ts';
import { courseLimit } from '../../src/state/lessons/course.ts';
import { ownStore } from '../../src/state/lessons/own.ts';
import { encodeLink } from '../../src/state/link.ts';
import { readScene, sceneSchema } from '../../src/state/scene.ts';
import { initialScene } from '../../src/state/initial.ts';
import { simulations } from '../../src/state/simulations.ts';
import { history, mergeScene, sceneStore } from '../../src/state/store.ts';
import { unpack } from '../../src/state/unpack.ts';
import { laborious, laboriousRules, sixRules, sixRulesTwice } from './laborious.ts';
import { quickest } from './quick.ts';

/** What one link, or one object from outside, may take: milliseconds. */
const limit = 100;

const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$'.split('');
const packed = (json: string): string => `#1${lz.compressToEncodedURIComponent(json)}`;
const plain = (json: string): string => `#${encodeURIComponent(json)}`;

const typed = {
  ...initialScene(),
  surface: { formula: 'k*x^2 + sin(3y)', params: { k: 2 }, domain: [-2, 2, -2, 2] },
  optimizers: [{ id: 'mine', rule: 'v = mu*v - lr*g; x = x + v', state: ['v'], lr: 0.1 }],
  interventions: [{ step: 5, id: 'mine', name: 'lr', value: 0.5 }],
  maps: { kind: 'basins' },
  network: { data: 'spirals' },
};
const course = {
  version: 1,
  lessons: [
    { title: 'Valley', caption: 'slow', point: '', question: { ask: '?', choices: ['a', 'b'], answer: 1 }, scene: {} },
    { title: 'Rule', caption: '', point: '', scene: typed },
  ],
};
const contents: object[] = [initialScene('himmelblau'), typed, course];

/** A link with letters changed, cut off, doubled or moved. */
const tampered = fc
  .record({
    link: fc.constantFrom(...contents.map(encodeLink), ...contents.map((one) => plain(JSON.stringify(one)))),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 30 }),
    by: fc.oneof(
      fc.array(fc.constantFrom(...letters), { maxLength: 4 }).map((list) => list.join('')),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    how: fc.constantFrom('change', 'cut', 'double', 'move'),
  })
  .map(({ link, at, length, by, how }) => {
    const place = 1 + Math.floor(at * link.length);
    const [head, piece, tail] = [link.slice(0, place), link.slice(place, place + length), link.slice(place + length)];
    if (how === 'cut') return head;
    if (how === 'double') return head + piece + piece + tail;
    return how === 'move' ? head + tail + piece : head + by + tail;
  });

/** Values that no field expects. */
const odd = fc.constantFrom(
  ...['1e999', '-1e999', '1e308', '5e-324', '-0', '4294967296', '1e21', 'null', 'true', '""', '[]', '{}', '[[[[]]]]'],
  ...[
    '"NaN"',
    '"<img src=x onerror=alert(1)>"',
    '"</script><script>alert(1)</script>"',
    '"__proto__"',
    '"constructor"',
  ],
  ...['{"__proto__":{"lr":1}}', '{"constructor":{"prototype":{"lr":1}}}', '{"toString":1}', '"\\u0000\\ud800"'],
  ...['NaN', 'Infinity', 'undefined', '0x10', '01', '{"a":', `"${'9'.repeat(3000)}"`, `[${'1,'.repeat(3000)}1]`],
  ...['['.repeat(5000), `${'['.repeat(9000)}${']'.repeat(9000)}`, `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`],
);

/** Scenes and lessons as JSON in which a value, or a key, is something else. */
const misshapen = fc
  .record({
    json: fc.constantFrom(...contents.map((one) => JSON.stringify(one))),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    value: fc.oneof(odd, fc.json(), fc.double().map(String)),
    isKey: fc.boolean(),
    write: fc.constantFrom(packed, plain, (json: string) => `#${json}`),
  })
  .map(({ json, at, value, isKey, write }) => {
    const places = [...json.matchAll(isKey ? /"\w+"(?=:)/g : /(?<=[:,[])(?:"[^"]*"|-?[\d.]+|\{\}|\[[^[\]{}]*\])/g)];
    const { index, 0: found } = places[Math.floor(at * places.length)] as RegExpExecArray;
    const key = JSON.stringify(value.startsWith('"') ? value.slice(1, -1) : value);
    return write(json.slice(0, index) + (isKey ? key : value) + json.slice(index + found.length));
  });

/** Links of other ages, and no links at all. */
const others = fc.oneof(
  fc.tuple(fc.constantFrom('#0', '#2', '#10', '#1', '#v1', '#{', '#%7b', '#'), fc.string({ unit: 'binary' })).map((all) => all.join('')), // prettier-ignore
  fc.integer().map((version) => plain(JSON.stringify({ ...initialScene(), version }))),
  fc.json().map(plain),
  fc.json().map(packed),
  fc.string().map(packed),
  fc.tuple(fc.constantFrom('', '%', '[', '<b>', '字', '\u0000'), fc.nat(1_000_000)).map(([text, length]) => `#${text.repeat(length)}`), // prettier-ignore
);

afterEach(() => {
  ownStore.setState({ lessons: [], isLost: false });
  sceneStore.setState({ scene: initialScene(), problems: [] });
  history.getState().clear();
});

/** The longest text that so many letters can be unpacked to: each code stands for the piece that it makes. */
function bomb(character: string, length: number): string {
  let [text, value, filled] = ['#1', 0, 0];
  const write = (code: number, bits: number): void => {
    for (let bit = 0; bit < bits; bit += 1) {
      value = (value << 1) | ((code >> bit) & 1);
      filled += 1;
      if (filled < 6) continue;
      text += letters[value];
      [value, filled] = [0, 0];
    }
  };
  write(0, 2);
  write(character.charCodeAt(0), 8);
  let code = 4;
  for (; text.length < length; code += 1) write(code, 32 - Math.clz32(code));
  // The end, and what fills the last letter.
  write(2, 32 - Math.clz32(code));
  write(0, 6);
  return text;
}

describe('a link from anybody', () => {
  it('gives a scene or a sentence, whatever was done to it', () => {
    let [opened, told] = [0, 0];
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: tampered }, { weight: 4, arbitrary: misshapen }, others), (link) => {
        const before = sceneStore.getState().scene;
        let problems: ReturnType<typeof openLink> = [];
        expect(quickest(limit, () => (problems = openLink(link)))).toBeLessThan(limit);
        const { scene } = sceneStore.getState();
        if (problems.length > 0) told += 1;
        else if (scene !== before) opened += 1;
        expect(problems.length).toBeLessThanOrEqual(51);
        for (const { sentence } of problems) {
          expect(sentence('en').length).toBeLessThan(1000);
          expect(sentence('zh')).toMatch(/\p{Script=Han}/u);
        }
        expect(v.is(sceneSchema, scene)).toBe(true);
        expect(ownStore.getState().lessons.length).toBeLessThanOrEqual(courseLimit);
        // Nothing leaks into what all objects inherit.
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>)['lr']).toBeUndefined();
      }),
      { numRuns: 10_000, seed: 3 },
    );
    expect(opened).toBeGreaterThan(300);
    expect(told).toBeGreaterThan(5000);
  });

  it.each(['%', '[', '{', '"', '<b>', '字', '\u0000', '9', '#', '1'])(
    'of a million times %j is refused at once',
    (text) => {
      for (const head of ['', '1']) {
        const link = `#${head}${text.repeat(1_000_000 / text.length)}`;
        let problems: ReturnType<typeof openLink> = [];
        expect(quickest(limit, () => (problems = openLink(link)))).toBeLessThan(limit);
        expect(problems).toHaveLength(1);
      }
    },
  );

  it.each([
    ['a string', JSON.stringify({ steps: '9'.repeat(1_000_000) })],
    ['lists in lists', '['.repeat(1_000_000)],
    ['names', JSON.stringify(Object.fromEntries(Array.from({ length: 80_000 }, (_, i) => [`k${i}`, 1])))],
    ['lessons', JSON.stringify({ version: 1, lessons: Array.from({ length: 300_000 }, () => ({})) })],
  ])('of a megabyte of JSON, which is %s, is read at once', (_, json) => {
    let problems: ReturnType<typeof openLink> = [];
    expect(quickest(limit, () => (problems = openLink(plain(json))))).toBeLessThan(limit);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['[', '{', '"', 'a', '1'])('packed so that it would become 160 million times %s is damaged', (character) => {
    const link = bomb(character, 39_990);
    expect(lz.decompressFromEncodedURIComponent(bomb(character, 1000).slice(2))?.length ?? 0).toBeGreaterThan(100_000);
    expect(openLink(link).map((one) => one.sentence('en'))).toEqual([expect.stringMatching(/link is damaged/)]);
    expect(unpack(link.slice(2), 100_000)).toBeUndefined();
  });

  it('has only as many rules of its own taken part as can be compiled at once, and says which do not', () => {
    const sum = (piece: (i: number) => string): string => Array.from({ length: 8 }, (_, i) => piece(i)).join('+');
    const data = Array.from({ length: 200 }, (_, i) => [i, (i * 37) % 101]);
    const optimizers = Array.from({ length: 24 }, (_, i) => ({
      id: `r${i}`,
      rule: `x = x - lr*(${sum((k) => `grad(x + ${k + i})`)})`,
    }));
    const { scene, problems } = readScene({ surface: { data, loss: 'huber' }, optimizers });
    const out = scene.optimizers.filter(({ off }) => off === true).map(({ id }) => id);
    expect(out.length).toBeGreaterThan(15);
    expect(out).not.toContain('r0');
    expect(problems.map((one) => one.sentence('en'))).toContain(
      `optimizers: these formulas are so long that ${out.join(', ')} do not take part`,
    );
    expect(readScene(scene)).toEqual({ scene, problems: [] });
  });
});

describe.each(Object.entries(laborious))('the runs of a link with %s', (_, formula) => {
  it.each<[string, object[]]>([
    ['the six optimizers', sixRules],
    ['all rules that there may be', laboriousRules],
    ['another form of each rule beside it', sixRulesTwice],
  ])('are made in pieces that are no long wait, by %s', (_kind, optimizers) => {
    let tries = 0;
    // As the page makes them; another formula each time, for to compile it takes time too.
    const longestPiece = (): number => {
      const surface = { formula: `${formula} + ${(tries += 1)}e-9*x`, params: {}, domain: [-2, 2, -2, 2] };
      const { scene } = readScene({ surface, start: [0.5, 0.6], steps: 20_000, optimizers });
      const kept = simulations();
      let longest = 0;
      for (let isWhole = false; !isWhole;) {
        const before = performance.now();
        const made = kept.of(scene, 1);
        longest = Math.max(longest, performance.now() - before);
        isWhole = made.isWhole;
        if (!isWhole) continue;
        const runs = [...made.runs, ...made.ghosts.map(({ run }) => run)];
        expect(runs.length).toBeGreaterThan(2);
        expect(runs.map(({ steps }) => steps)).toEqual(runs.map(() => scene.steps));
      }
      return longest;
    };
    const usual = readScene({ surface: { id: 'rosenbrock' }, steps: 20_000 }).scene;
    const pieces = [longestPiece(), longestPiece(), longestPiece()];
    const took = Math.min(...pieces) / quickest(0, () => simulations().of(usual));
    expect(took).toBeLessThan(50);
  });
});

describe('an object from anybody', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]));
  const long = (item: (i: number) => unknown): unknown[] => list(100_000, item);

  it.each<[string, object]>([
    ['the scene', many],
    ['the surface', { surface: many }],
    ['the parameters', { surface: { id: 'rosenbrock', params: many } }],
    ['the schedule', { schedule: { kind: 'step', ...many } }],
    ['an optimizer', { optimizers: [{ id: 'adam', ...many }] }],
    ['the maps', { maps: many }],
    ['the network', { network: many }],
    ['the program', { backprop: { program: 'a', inputs: many } }],
    ['a list of names', { optimizers: [{ id: 'mine', rule: 'x = x - lr*g', state: list(300_000, () => ({})) }] }],
    ['a list of optimizers', { optimizers: long((i) => ({ id: `r${i}`, rule: 'x = x - lr*g' })) }],
    ['a list of interventions', { interventions: long((i) => ({ step: i, id: 'adam', name: 'lr', value: 1 })) }],
    ['a list of rows', { surface: { data: long((i) => [i, i]) } }],
  ])('is read at once where 100,000 things and more are no part of %s', (_, scene) => {
    const before = JSON.stringify(sceneStore.getState().scene);
    let problems: ReturnType<typeof mergeScene> = [];
    expect(quickest(limit, () => (problems = mergeScene(scene)))).toBeLessThan(limit);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(51);
    expect(JSON.stringify(sceneStore.getState().scene).length).toBeLessThan(2 * before.length + 20_000);
  });
});

describe('unpacking', () => {
  it('gives what the library packs, and of what is damaged the same as the library', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.nat(),
        fc.constantFrom(...letters),
        (text, at, by) => {
          const whole = lz.compressToEncodedURIComponent(text);
          expect(unpack(whole, 400)).toBe(text);
          // The first letter holds the first code, of which the library takes one that nobody writes.
          const place = 1 + (at % whole.length);
          for (const spoiled of [whole.slice(0, place), whole.slice(0, place) + by + whole.slice(place + 1)]) {
            const found = unpack(spoiled, 1e6) ?? '';
            expect(found).toBe(ofLibrary(spoiled) ?? '');
          }
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('ends where a text is longer than it may be', () => {
    const whole = lz.compressToEncodedURIComponent('downhill '.repeat(100));
    expect([unpack(whole, 900), unpack(whole, 899)]).toEqual(['downhill '.repeat(100), undefined]);
  });
});

const ofLibrary = (text: string): string | null => {
  try {
    return lz.decompressFromEncodedURIComponent(text);
  } catch {
    return null;
  }
};
