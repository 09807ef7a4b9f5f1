import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons/catalog.ts';
import { readScene } from '../../src/state/scene.ts';

/** How many sentences a text has; the point of 2.5 ends none. */
const sentences = (text: string): number => text.match(/[.!?](?=\s|$)|[。！？]/g)?.length ?? 0;

describe.each(lessons)('$id', ({ id, caption, title, point, question, scene }) => {
  it('is a scene that can be read without a word about it, and is opened by its name', () => {
    const { scene: read, problems } = readScene({ lesson: id });
    expect(problems.map((one) => one.sentence('en'))).toEqual([]);
    expect(read).toEqual(readScene({ ...scene, lesson: id }).scene);
    expect(readScene(JSON.parse(JSON.stringify(read)))).toEqual({ scene: read, problems: [] });
  });

  it('says it in at most two sentences, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      expect(sentences(caption[language])).toBeGreaterThan(0);
      expect(sentences(caption[language])).toBeLessThanOrEqual(2);
    }
    const texts = [title, point, ...(question === undefined ? [] : [question.ask])];
    for (const { zh, en } of [caption, ...texts]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    }
  });
});

const questions = lessons.flatMap(({ id, question }) => (question === undefined ? [] : [[id, question] as const]));

it.each(questions)('%s asks what can be answered', (_, { choices, answer }) => {
  expect(choices.length).toBeGreaterThan(1);
  expect(choices[answer]).toBeDefined();
});
