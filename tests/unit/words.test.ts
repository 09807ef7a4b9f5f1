import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { strings } from './dictionary.ts';

/** The same in both languages. */
const shared = /^\.(?:timeline\.times|brand|brandOther|share\.pasteHint|shortcuts\.keys\..*)$/;

const root = fileURLToPath(new URL('../../src', import.meta.url));
/** The program beyond the dictionaries, without its comments. */
const program = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('i18n'))
  .map((path) => readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''))
  .join('\n');
/** The names that anything is asked for by: members, keys, what is taken apart, and ids in quotes. */
const asked = new Set([...program.matchAll(/(?<=\.|['"]|[{,]\s*)[A-Za-z_]\w*/g)].map(([name]) => name));

describe('the dictionaries', () => {
  it('have the same entries', () => {
    expect(strings(zh).map(([path]) => path)).toEqual(strings(en).map(([path]) => path));
  });

  it('have no entry whose name nobody asks for', () => {
    const names = strings(en).map(([path]) => path.replace(/(?:\.\d+)+$/, ''));
    expect(names.filter((path) => !asked.has(path.slice(path.lastIndexOf('.') + 1)))).toEqual([]);
  });

  it.each(strings(en).filter(([path]) => !shared.test(path)))('%s is English', (_, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });

  it.each(strings(zh).filter(([path]) => !shared.test(path)))('%s is Chinese', (_, text) => {
    expect(text).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });
});
