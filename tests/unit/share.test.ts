import { beforeEach, describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene } from '../../src/state/scene.ts';
import { dismissProblems, replaceScene, sceneStore } from '../../src/state/store.ts';
import { fileNameOf } from '../../src/ui/export/files.ts';
import { jsonOf, linkTo } from '../../src/ui/share/exportScene.ts';
import { importFile, importLimit, importText } from '../../src/ui/share/importText.ts';

const other = { ...initialScene('himmelblau'), noise: 0.5 };
const now = () => sceneStore.getState().scene;

beforeEach(() => {
  replaceScene(initialScene());
  dismissProblems();
});

describe('a scene that goes out and comes in', () => {
  it.each([
    ['JSON', jsonOf(other)],
    ['a link', linkTo(other, 'https://example.org/downhill/#old')],
    ['a hash', encodeLink(other)],
  ])('is the same as %s', (_, text) => {
    expect(importText(text)).toEqual([]);
    expect(now()).toEqual(other);
  });

  it('is the same as a file', async () => {
    expect(await importFile(new File([jsonOf(other)], 'scene.json'))).toEqual([]);
    expect(now()).toEqual(other);
  });

  it('has a link without what was after # before, and a file name', () => {
    expect(linkTo(other, 'https://example.org/a?b=1#c#d')).toBe(`https://example.org/a?b=1${encodeLink(other)}`);
    expect(fileNameOf(other, '', 'json')).toBe('downhill-himmelblau.json');
    expect(fileNameOf(other, 'runs', 'csv')).toBe('downhill-himmelblau-runs.csv');
  });
});

describe('what is no scene', () => {
  it.each([
    ['nothing', '  '],
    ['no JSON', '{"surface":'],
    ['a number', '3'],
    ['a list', '[]'],
    ['a damaged link', 'https://example.org/#1broken'],
    ['a link without a scene', 'https://example.org/'],
    ['too much', ' '.repeat(3) + 'x'.repeat(importLimit + 1)],
  ])('changes nothing and is told in both languages: %s', (_, text) => {
    const before = now();
    const problems = importText(text);
    expect(now()).toEqual(before);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.sentence('en')).toMatch(/^[\x20-\x7e“”’…]+$/);
    expect(problems[0]?.sentence('zh')).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is told for a file that is too large without reading it', async () => {
    const problems = await importFile(new File(['x'.repeat(importLimit + 1)], 'scene.json'));
    expect(problems[0]?.sentence('en')).toContain('1,000,000');
  });
});
