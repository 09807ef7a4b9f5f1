import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { strings } from './dictionary.ts';

/** The same in both languages. */
const shared = /^\.(?:panel\.[xy]|timeline\.times|brand|brandOther|share\.pasteHint|shortcuts\.keys\..*)$/;

describe('the dictionaries', () => {
  it('have the same entries', () => {
    expect(strings(zh).map(([path]) => path)).toEqual(strings(en).map(([path]) => path));
  });

  it.each(strings(en).filter(([path]) => !shared.test(path)))('%s is English', (_, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });

  it.each(strings(zh).filter(([path]) => !shared.test(path)))('%s is Chinese', (_, text) => {
    expect(text).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });
});
